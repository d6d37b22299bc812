using System.Globalization;
using Soccer.Cli.Lists;
using Soccer.Cli.Terminal;
using Soccer.Forecasting.Models;

namespace Soccer.Cli.Forecasts;

/// <summary>The effects of families and of features on a forecast.</summary>
static class ExplanationTables
{
    const int Features = 12;
    const string Json = "see --json";

    /// <summary>Prints an explanation of three probabilities.</summary>
    public static void Print(WhyView why, double[] probabilities)
    {
        Table.Print(FamilyColumns, [.. Lines(why, probabilities)], more: Json);
        if (PriceIn(why) is { } price)
        {
            var (start, effect) = (why.Base, price.Effect);
            var alone = Softmax.Of(start.HomeWin + effect.HomeWin, start.Draw + effect.Draw, start.AwayWin + effect.AwayWin);
            Screen.Line(
                $"The price alone (base and price) gives {Three([alone.Home, alone.Draw, alone.Away])}; "
                + $"everything else moves it to {Three(probabilities)}.");
        }
        Screen.Line(
            "1 home win, X draw, 2 away win. Effects are natural log-odds: +0.10 for 1 and -0.10 for 2 multiply the odds of 1 against 2 "
            + "by 1.22. sum = base + families; probability = exp(sum) / total of the three.");
        Screen.Line(
            "Effects are Shapley values: correlated features split the effect that they have in common, so a family may look small because "
            + "another one says the same (Lundberg and Lee 2017; docs/formulas.md).");
        var features = why.Families.SelectMany(family => family.Largest)
            .OrderByDescending(feature => feature.Effect.Size).Take(Features).ToList();
        if (features.Count == 0)
            return;
        Screen.Line("");
        Screen.Line(features.Count == 1 ? "The feature with the largest effect:" : $"The {features.Count} features with the largest effects:");
        Table.Print(FeatureColumns, features, more: Json);
    }

    static readonly Column<Line>[] FamilyColumns =
    [
        new("family", "family", line => line.Name) { Colour = line => line.IsBold ? "bold" : null },
        .. Effects<Line>(
            line => line.Figures, (line, figure) => line.IsShare ? $"{Percent(figure)}%" : Effect(figure), line => !line.IsShare),
        new("meaning", "what it is", line => line.Meaning) { Wraps = true },
        new("largest", "its largest features", line => line.Largest) { Wraps = true, Rank = 1 },
    ];

    static readonly Column<FeatureView>[] FeatureColumns =
    [
        new("feature", "feature", feature => feature.Feature),
        new("value", "value", feature => feature.Value) { Text = ValueOf },
        .. Effects<FeatureView>(feature => Three(feature.Effect), (_, figure) => Effect(figure), _ => true),
        new("meaning", "what it is", feature => feature.Meaning ?? "a feature of an older version") { Wraps = true, Rank = 1 },
    ];

    static IEnumerable<Line> Lines(WhyView why, double[] probabilities)
    {
        yield return new("base", Three(why.Base), "The forecast of a match of which nothing is known.");
        foreach (var family in why.Families)
        {
            var largest = string.Join(", ", family.Largest.Select(feature => $"{feature.Feature} {ValueOf(feature)}"));
            yield return new(family.Family, Three(family.Effect), FamilyWords.Of(family.Family) ?? "", largest);
        }
        yield return new("sum", Three(why.Margin), "Base and families together.") { IsBold = true };
        if (PriceIn(why) is { } price)
        {
            var others = why.Families.Where(family => family != price).Select(family => Three(family.Effect)).ToList();
            yield return new("of which base", Three(why.Base), "The base alone.");
            yield return new("of which price", Three(price.Effect), "The price alone.");
            yield return new("of which the rest", [.. Enumerable.Range(0, 3).Select(outcome => others.Sum(effect => effect[outcome]))],
                "All other families together.");
        }
        yield return new("probability", probabilities, "The forecast.") { IsBold = true, IsShare = true };
    }

    static IEnumerable<Column<T>> Effects<T>(Func<T, double[]> of, Func<T, double, string> text, Func<T, bool> isColoured) =>
        new[] { "1", "X", "2" }.Select((sign, place) => new Column<T>(sign, sign, item => of(item)[place])
        {
            Text = item => text(item, of(item)[place]),
            Colour = item => !isColoured(item) ? null : of(item)[place] switch { >= 0.0005 => "green", <= -0.0005 => "red", _ => null },
        });

    static FamilyView? PriceIn(WhyView why) => why.Families.FirstOrDefault(family => family.Family == FamilyWords.Price);

    static double[] Three(EffectView effect) => [effect.HomeWin, effect.Draw, effect.AwayWin];

    static string Three(double[] probabilities) =>
        $"1 {Percent(probabilities[0])}%, X {Percent(probabilities[1])}%, 2 {Percent(probabilities[2])}%";

    static string Effect(double effect) => Number(effect, "+0.000;-0.000;0.000");

    static string Percent(double share) => Number(100 * share, "0.0");

    static string ValueOf(FeatureView feature) => feature.Value is { } value ? Number(value, "0.###") : "missing";

    static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>A line of the table of families.</summary>
    sealed record Line(string Name, double[] Figures, string Meaning, string Largest = "")
    {
        public bool IsBold { get; init; }

        /// <summary>Whether the figures are probabilities.</summary>
        public bool IsShare { get; init; }
    }
}
