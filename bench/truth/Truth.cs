using System.Globalization;
using Soccer.Forecasting;
using Soccer.Validate.Matching;

namespace Soccer.Bench;

/// <summary>The true probabilities of a simulated world's matches, as its truth.csv has them.</summary>
sealed class Truth
{
    readonly Dictionary<(string Division, DateOnly Date, long Home, long Away), Probabilities> matches = [];

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">It has other columns.</exception>
    public Truth(string file)
    {
        const string header = "division,season,date,home,away,p_home,p_draw,p_away,";
        var lines = File.ReadAllLines(file);
        if (!lines[0].StartsWith(header, StringComparison.Ordinal))
            throw new InvalidDataException($"'{file}' begins with '{lines[0]}'; this program reads {header}...");

        foreach (var line in lines.AsSpan(1))
        {
            var cells = line.Split(',');
            var country = Division.Find(cells[0])!.Country;
            var key = (cells[0], DateOnly.ParseExact(cells[2], "yyyy-MM-dd", CultureInfo.InvariantCulture), Team.Of(country, cells[3]).Id, Team.Of(country, cells[4]).Id);
            matches.Add(key, new(Number(cells[5]), Number(cells[6]), Number(cells[7])));
        }
    }

    /// <summary>A match's true probabilities; none where the file has it on another day, as it has those whose date was spoilt.</summary>
    public Probabilities? Of(Match match) => matches.TryGetValue((match.Division, match.Date, match.Home, match.Away), out var truth) ? truth : null;

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
