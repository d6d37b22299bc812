using System.Runtime.Intrinsics;
using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Features;

/// <summary>
/// What the prices of a country's past matches say of every team together (<see cref="DecayedRidge"/>): a supremacy is the home team's rating less the away team's and the division's
/// home advantage; how likely a draw is, both teams' leanings to it and the division's. Missing where the division was never priced; a team that was not is rated below its mean.
/// </summary>
/// <param name="halfLife">Days after which a price counts half.</param>
/// <param name="ridge">How many newest prices the level of the division counts as much as.</param>
public sealed class MarketRidgeFamily(int halfLife, double ridge) : IFeatureFamily
{
    const double PerLevel = 0.9;
    const double Newcomer = 0.4;

    readonly CountryRidges countries = new(new RidgeSpeed(halfLife, ridge));
    readonly MarketMeans means = new();

    public string Name { get; } = $"market_ridge_{halfLife}";

    public IReadOnlyList<Feature> Features { get; } =
    [
        new($"market_ridge_{halfLife}_home_ratio", $"ln of the home win's probability over the draw's that past prices lead to expect, half-life {halfLife} days"),
        new($"market_ridge_{halfLife}_away_ratio", $"ln of the away win's probability over the draw's that past prices lead to expect, half-life {halfLife} days"),
    ];

    public void Describe(Match match, Span<float> values)
    {
        values.Fill(float.NaN);
        if (means.Find(match.Division) is not { } mean || countries.Find(match.Division) is not [var teams])
            return;

        var level = LevelOf(match.Division) - Newcomer;
        var stranger = new RidgeStrength(Vector256.Create(level, 0, 0, 0), Vector256.Create(level, 0, 0, 0));
        var (home, away) = (teams.TryFind(match.Home, out var first) ? first : stranger, teams.TryFind(match.Away, out var second) ? second : stranger);
        var expected = home.Attack - away.Defence;
        var ratios = MarketView.Ratios(mean.Supremacy + expected[0], mean.Balance + expected[1]);
        values[0] = (float)ratios.Home;
        values[1] = (float)ratios.Away;
    }

    public void Learn(Match match)
    {
        if (!MarketView.TryReadLast(match, out var view))
            return;

        var mean = means.Of(match.Division);
        means.Learn(match.Division, view);
        // Both attack and defence of the first number are the rating; of the second, the leaning to draws and its opposite.
        var (supremacy, balance) = (view.Supremacy - mean.Supremacy, view.Balance - mean.Balance);
        countries.Learn(match, Vector256.Create(supremacy, balance, 0, 0), Vector256.Create(-supremacy, balance, 0, 0), Vector256.Create(LevelOf(match.Division), 0, 0, 0));
    }

    public void Save(BinaryWriter writer)
    {
        means.Save(writer);
        countries.Save(writer);
    }

    public void Load(BinaryReader reader)
    {
        means.Load(reader);
        countries.Load(reader);
    }

    static double LevelOf(string division) => -PerLevel * (Levels.Of(division) - 1);
}
