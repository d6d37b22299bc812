using System.Diagnostics;
using System.Text.Json;

namespace Soccer.Bench;

/// <summary>Measures every size, each stage in a process of its own.</summary>
/// <param name="server">The PostgreSQL server that stages are measured in, or null.</param>
/// <param name="repeats">How often.</param>
/// <param name="output">Where figures go.</param>
/// <param name="tell">Told what is being done.</param>
sealed class GrowthRun(string? server, int repeats, TextWriter output, Action<string> tell)
{
    /// <summary>Measures a mirror, then simulated worlds.</summary>
    /// <param name="mirror">Its folder; empty for none.</param>
    /// <param name="sizes">Matches of each size of the mirror.</param>
    /// <param name="simulated">Matches of each world.</param>
    /// <returns>1 where a limit is missed, else 0.</returns>
    /// <exception cref="InvalidDataException">There is nothing to measure.</exception>
    /// <exception cref="InvalidOperationException">A stage failed.</exception>
    public int Measure(string mirror, int[] sizes, int[] simulated)
    {
        if (!Directory.Exists(mirror) && (mirror.Length > 0 || simulated.Length == 0))
            throw new InvalidDataException(
                $"There are no matches in '{mirror}': name a mirror with --mirror DIR or SOCCER_MIRROR, or a number with --simulated.");

        var met = mirror.Length == 0 || MeasureSizes("mirror", mirror, sizes);
        foreach (var matches in simulated)
            met &= InFolder(folder =>
            {
                LargeWorld.Write(folder, matches, tell);
                return MeasureSizes("simulated world", folder, [matches / 10 * 3, matches]);
            });

        output.WriteLine(met ? "Every limit is kept." : "A limit is missed: see the lines that begin with !.");
        return met ? 0 : 1;
    }

    bool MeasureSizes(string source, string mirror, int[] sizes)
    {
        var met = true;
        SizeCosts? before = null;
        var all = sizes.Length == 0 ? [] : DivisionSample.In(mirror);
        foreach (var asked in sizes.Order())
        {
            var divisions = DivisionSample.Of(all, asked);
            tell($"{source}: {asked:N0} matches asked for; divisions {string.Join(' ', divisions)}");
            SizeCosts[] measured =
                [.. Enumerable.Range(0, repeats).Select(_ => new SizeCosts(source, asked, divisions.Length, Costs(mirror, divisions)))];
            var size = SizeCosts.Best(measured).WithSums();
            met &= GrowthReport.Print(size, before, output);
            before = size;
        }

        return met;
    }

    StageCost[] Costs(string mirror, string[] divisions) => InFolder(folder =>
    {
        using var database = server is null ? null : new GrowthDatabase(server);
        _ = new Handover(folder) { Plan = new(mirror, divisions, database?.ConnectionString) };
        return Stages.Of(server is not null).SelectMany(stage => RunStage(stage, folder)).ToArray();
    });

    StageCost[] RunStage(string stage, string folder)
    {
        tell($"  {stage}");
        string[] arguments = [GrowthBench.StageVerb, stage, folder];
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true };
        // As services/Train.csproj says; memory is measured as the service would take it.
        if (stage == Stages.Train)
            start.Environment["DOTNET_GCConserveMemory"] = "8";

        using var process = Process.Start(start)!;
        List<StageCost> costs = [];
        while (process.StandardOutput.ReadLine() is { } line)
        {
            costs.Add(JsonSerializer.Deserialize<StageCost>(line)!);
            // A size takes many minutes: what is known of one that is stopped is not lost.
            tell($"  {line}");
        }

        process.WaitForExit();
        return process.ExitCode == 0
            ? [.. costs]
            : throw new InvalidOperationException($"The process of the stage {stage} ended with {process.ExitCode}.");
    }

    static T InFolder<T>(Func<string, T> work)
    {
        var folder = Directory.CreateTempSubdirectory("soccer-growth-").FullName;
        try
        {
            return work(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
