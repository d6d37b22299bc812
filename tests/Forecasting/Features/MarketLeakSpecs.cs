using FsCheck;
using FsCheck.Fluent;
using Soccer.Forecasting.Features;

namespace Soccer.Forecasting.Tests.Features;

/// <summary>What a match's own opening price may change, and what odds may change at all.</summary>
public sealed class MarketLeakSpecs
{
    static readonly string[] Names = [.. FeaturePass.Create().Schema.Features.Select(feature => feature.Name)];

    [Test]
    public void Its_own_opening_price_changes_only_the_match_s_features_of_the_price() => Prop.ForAll(RandomLeague.WithPosition, x =>
    {
        var repriced = x.Matches.ToArray();
        repriced[x.Position] = RandomLeague.Repriced(repriced[x.Position], x.Position + 1);
        var (before, after) = (Rows(x.Matches), Rows(repriced));
        var day = x.Matches[x.Position].Date;
        return Enumerable.Range(0, x.Matches.Length).All(i =>
            i == x.Position ? Same(before[i], after[i], name => !OfPrice(name))
            : x.Matches[i].Date <= day ? Same(before[i], after[i], _ => true)
            : Same(before[i], after[i], name => !OfMarket(name) && !OfPrice(name)));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Without_odds_only_their_own_features_change() => Prop.ForAll(RandomLeague.Any, matches =>
    {
        var (priced, unpriced) = (Rows(matches), Rows([.. matches.Select(match => match with { Opening = null, Closing = null })]));
        return priced.Zip(unpriced).All(rows => Same(rows.First, rows.Second, name => !OfMarket(name) && !OfPrice(name)))
            && unpriced.All(row => Names.Index().All(name => !(OfMarket(name.Item) || OfPrice(name.Item)) || float.IsNaN(row[name.Index])));
    }).QuickCheckThrowOnFailure();

    static bool OfMarket(string name) => name.StartsWith("market_", StringComparison.Ordinal);

    static bool OfPrice(string name) => name.StartsWith("price_", StringComparison.Ordinal);

    static bool Same(float[] one, float[] other, Func<string, bool> counts) =>
        Names.Index().All(name => !counts(name.Item) || BitConverter.SingleToInt32Bits(one[name.Index]) == BitConverter.SingleToInt32Bits(other[name.Index]));

    static List<float[]> Rows(Match[] matches)
    {
        List<float[]> rows = [];
        FeaturePass.Create().Run(matches, (_, values) => rows.Add(values.ToArray()), CancellationToken.None);
        return rows;
    }
}
