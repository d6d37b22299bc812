using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Features;

/// <summary>
/// The division itself: its level, and how its matches have gone so far, exponentially weighted with a half-life of 250 matches, most of a season. A division starts from the usual
/// rates of professional football with the weight of 20 matches.
/// </summary>
public sealed class DivisionFamily : IFeatureFamily
{
    const double PriorMatches = 20;
    static readonly double[] Usual = [0.46, 0.27, 0.27, 1.5, 1.1];
    static readonly double Decay = ExponentiallyWeighted.Decay(250);

    // A row: sums of home wins, draws, away wins, home goals, away goals; weight.
    readonly StateTable<string> divisions = StateTable.OfDivisions(6);

    public string Name => "division";

    public IReadOnlyList<Feature> Features { get; } =
    [
        new("division_level", "1 for a country's top division"),
        new("division_home_wins", "share of home wins in the division so far"),
        new("division_draws", "share of draws in the division so far"),
        new("division_away_wins", "share of away wins in the division so far"),
        new("division_home_goals", "goals of home teams in the division so far, a match"),
        new("division_away_goals", "goals of away teams in the division so far, a match"),
        new("division_home_ratio", "ln of home wins over away wins in the division so far"),
        new("division_draw_ratio", "ln of draws over other results in the division so far"),
    ];

    public void Describe(Match match, Span<float> values)
    {
        values[0] = Levels.Of(match.Division);
        var row = divisions.TryFind(match.Division, out var found) ? found : null;
        for (var i = 0; i < Usual.Length; i++)
            values[i + 1] = (float)new ExponentiallyWeighted(row?[i] ?? 0, row?[^1] ?? 0).Towards(Usual[i], PriorMatches);

        values[6] = MathF.Log(values[1] / values[3]);
        values[7] = MathF.Log(values[2] / (1 - values[2]));
    }

    public void Learn(Match match)
    {
        var score = match.FullTime!.Value;
        var row = divisions.Of(match.Division);
        foreach (ref var value in row.AsSpan())
            value *= Decay;

        row[(int)score.Outcome]++;
        row[3] += score.Home;
        row[4] += score.Away;
        row[5]++;
    }

    public void Save(BinaryWriter writer) => divisions.Save(writer);

    public void Load(BinaryReader reader) => divisions.Load(reader);
}
