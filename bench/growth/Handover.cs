using System.Runtime.InteropServices;
using System.Text.Json;
using Soccer.Csv;
using Soccer.Forecasting;
using Soccer.Train;

namespace Soccer.Bench;

/// <summary>What to read, written for the processes of the stages.</summary>
/// <param name="Mirror">The folder of matches.</param>
/// <param name="Divisions">Codes of those that are read.</param>
/// <param name="Database">Connection string of a database with empty tables, or null.</param>
sealed record SizePlan(string Mirror, string[] Divisions, string? Database)
{
    /// <summary>The files of these divisions.</summary>
    public SourceFile[] Files() => [.. History.FilesOf(Mirror).Where(file => Divisions.Contains(file.Code))];
}

/// <summary>A folder in which the process of one stage leaves what the next one needs. Writing and reading it is never timed.</summary>
sealed class Handover(string folder)
{
    static readonly JsonSerializerOptions Json = new() { IgnoreReadOnlyProperties = true };

    /// <summary>What to read.</summary>
    public SizePlan Plan
    {
        get => JsonSerializer.Deserialize<SizePlan>(File.ReadAllText(PathOf("plan.json")), Json)!;
        set => File.WriteAllText(PathOf("plan.json"), JsonSerializer.Serialize(value, Json));
    }

    /// <summary>Names of a feature row's columns.</summary>
    public string[] Features
    {
        get => File.ReadAllLines(PathOf("features"));
        set => File.WriteAllLines(PathOf("features"), value);
    }

    /// <summary>The model's file.</summary>
    public byte[] Model
    {
        get => File.ReadAllBytes(PathOf("model.json"));
        set => File.WriteAllBytes(PathOf("model.json"), value);
    }

    /// <summary>Feature rows, one after another in the order of the matches.</summary>
    public string Rows => PathOf("rows");

    /// <summary>Leaves the played matches.</summary>
    public void WriteMatches(IReadOnlyList<Match> matches)
    {
        using var stream = File.Create(PathOf("matches.json"));
        JsonSerializer.Serialize(stream, matches, Json);
    }

    /// <summary>Reads the played matches.</summary>
    public async Task<List<Match>> ReadMatches()
    {
        await using var stream = File.OpenRead(PathOf("matches.json"));
        List<Match> matches = [];
        await foreach (var match in JsonSerializer.DeserializeAsyncEnumerable<Match>(stream, Json))
            matches.Add(match!);

        return matches;
    }

    /// <summary>The training set that matches and rows make.</summary>
    public async Task<TrainingSet> ReadTrainingSet()
    {
        var (matches, features) = (await ReadMatches(), Features);
        var values = new float[matches.Count * features.Length];
        await using (var stream = File.OpenRead(Rows))
            for (var at = 0; at < values.Length; at += features.Length)
                stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan(at, features.Length)));

        return new(
            features, [.. matches.Select(match => match.Id)], [.. matches.Select(match => match.Date)],
            [.. matches.Select(match => match.Division)], [.. matches.Select(match => match.FullTime!.Value.Outcome)], values,
            [.. matches.Select(match => match.Opening)], [.. matches.Select(match => match.Closing)],
            [.. matches.Select(match => match.FullTime!.Value)]);
    }

    string PathOf(string name) => Path.Combine(folder, name);
}
