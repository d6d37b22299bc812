using System.Globalization;
using System.Text;

namespace Soccer.Cli.Forecasts;

/// <summary>Forecasts as a file to hand in.</summary>
static class ForecastCsv
{
    /// <summary>
    /// Date,League,Home,Away,HomeWin,Draw,AwayWin: a line a match, in the order given; six decimals that sum to one exactly.
    /// </summary>
    public static string Of(IEnumerable<FixtureView> fixtures)
    {
        var text = new StringBuilder("Date,League,Home,Away,HomeWin,Draw,AwayWin\n");
        foreach (var match in fixtures)
        {
            var (home, away) = (Math.Round((decimal)match.HomeWin.Probability, 6), Math.Round((decimal)match.AwayWin.Probability, 6));
            text.Append(CultureInfo.InvariantCulture, $"{match.Date:yyyy-MM-dd},{Cell(match.League)},")
                .Append(CultureInfo.InvariantCulture, $"{Cell(match.Home)},{Cell(match.Away)},")
                .Append(CultureInfo.InvariantCulture, $"{home:0.000000},{1 - home - away:0.000000},{away:0.000000}\n");
        }
        return text.ToString();
    }

    static string Cell(string text) =>
        text.AsSpan().ContainsAny(',', '"') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
