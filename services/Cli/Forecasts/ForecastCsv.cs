using Soccer.Cli.Lists;

namespace Soccer.Cli.Forecasts;

/// <summary>Forecasts as a file to hand in.</summary>
static class ForecastCsv
{
    static readonly string[] Heads = ["Date", "League", "Home", "Away", "HomeWin", "Draw", "AwayWin"];

    /// <summary>A line a match, in the order given; probabilities with six decimals that sum to one exactly.</summary>
    public static string Of(IEnumerable<FixtureView> fixtures) => Csv.Of(Heads, fixtures.Select(match =>
    {
        var (home, away) = (Rounded(match.HomeWin.Probability), Rounded(match.AwayWin.Probability));
        return (IEnumerable<object?>)[match.Date, match.League, match.Home, match.Away, home, 1 - home - away, away];
    }));

    /// <summary>Adding a zero of six decimals keeps those that rounding has left off.</summary>
    static decimal Rounded(double probability) => Math.Round((decimal)probability, 6) + 0.000000m;
}
