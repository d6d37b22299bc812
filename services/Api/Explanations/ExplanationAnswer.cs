using Soccer.Api.Fixtures;
using Soccer.Contracts.Predict.V1;
using Soccer.Forecasting.Features;
using Soccer.Forecasting.Models;

namespace Soccer.Api.Explanations;

/// <summary>Why a forecast is what it is. Base and families sum to the margin of each outcome; exp of the margins, divided by their sum, are the probabilities.</summary>
/// <param name="MatchId">The match.</param>
/// <param name="Home">The home team.</param>
/// <param name="Away">The away team.</param>
/// <param name="Division">Division code.</param>
/// <param name="Date">The day of the match in the United Kingdom.</param>
/// <param name="ModelId">The model that forecast.</param>
/// <param name="Kind">The kind whose forecast is explained.</param>
/// <param name="FeatureSetVersion">In which the features came.</param>
/// <param name="Unit">Of all effects.</param>
/// <param name="Base">The margins where nothing is known of a match.</param>
/// <param name="Families">What families of features add, the largest first.</param>
/// <param name="Margin">The margins of the forecast.</param>
/// <param name="Probability">The forecast, as it was sealed.</param>
/// <param name="KickOffAt">The instant of the kick-off, UTC; null if the time is unknown.</param>
/// <param name="HasKickedOff">Whether the match has kicked off, by the newest run's clock and for a live source by the wall's; one without a
/// kick-off time has when its day is over. The forecast is then the last one that was sealed before it.</param>
public sealed record ExplanationAnswer(
    long MatchId, string Home, string Away, string Division, DateOnly Date, string ModelId, string Kind, int FeatureSetVersion, string Unit, EffectAnswer Base,
    IReadOnlyList<FamilyAnswer> Families, EffectAnswer Margin, KindAnswer Probability, DateTime? KickOffAt, bool HasKickedOff)
{
    /// <summary>What is the same in every answer.</summary>
    public const string NaturalLogOdds = "natural log-odds: the effect on one outcome less that on another is what is added to the log of their odds; the three sum to 0";

    /// <summary>The answer for what Predict says of a forecast.</summary>
    public static ExplanationAnswer Of(FixtureAnswer match, ForecastExplained told)
    {
        var why = WhyAnswer.Of(told.Base, told.Families, told.Features, told.Margins);
        return new(
            match.MatchId, match.Home, match.Away, match.Division, match.Date, told.ModelId, told.Kind, told.FeatureSetVersion, why.Unit, why.Base, why.Families, why.Margin,
            match.Kinds.First(kind => kind.Kind == told.Kind), match.KickOffAt, match.HasKickedOff == true);
    }
}

/// <summary>Why the forecast of a match that was asked about is what it is. Base and families sum to the margin of each outcome; exp of the margins, divided by their sum, are the probabilities.</summary>
/// <param name="Unit">Of all effects.</param>
/// <param name="Base">The margins where nothing is known of a match.</param>
/// <param name="Families">What families of features add, the largest first.</param>
/// <param name="Margin">The margins of the forecast.</param>
public sealed record WhyAnswer(string Unit, EffectAnswer Base, IReadOnlyList<FamilyAnswer> Families, EffectAnswer Margin)
{
    /// <summary>The answer for what Predict says.</summary>
    public static WhyAnswer Of(double[] nothing, FamilyEffect[] families, FeatureEffect[] features, double[] margins)
    {
        var of = features.ToLookup(feature => feature.Family);
        return new(
            ExplanationAnswer.NaturalLogOdds, EffectAnswer.Of(nothing),
            [.. families.Select(family => new FamilyAnswer(family.Family, EffectAnswer.Of(family.Home, family.Draw, family.Away), [.. of[family.Family].Select(FeatureAnswer.Of)]))],
            EffectAnswer.Of(margins));
    }

    /// <summary>The answer for what Predict stored.</summary>
    public static WhyAnswer Of(Explanation why) => new(
        ExplanationAnswer.NaturalLogOdds, EffectAnswer.Of(why.Base),
        [.. why.Families.Select(family => new FamilyAnswer(family.Family, EffectAnswer.Of(family.Effects), [.. family.Largest.Select(FeatureAnswer.Of)]))], EffectAnswer.Of(why.Margins));
}

/// <summary>What is added to the margin of each outcome.</summary>
/// <param name="HomeWin">Of a home win.</param>
/// <param name="Draw">Of a draw.</param>
/// <param name="AwayWin">Of an away win.</param>
public sealed record EffectAnswer(double HomeWin, double Draw, double AwayWin)
{
    /// <summary>With six decimals.</summary>
    public static EffectAnswer Of(double home, double draw, double away) => new(Math.Round(home, 6), Math.Round(draw, 6), Math.Round(away, 6));

    /// <summary>Of three effects.</summary>
    public static EffectAnswer Of(Effects effects) => Of(effects.Home, effects.Draw, effects.Away);

    /// <summary>Of three numbers in the outcomes' order.</summary>
    public static EffectAnswer Of(double[] three) => Of(three[0], three[1], three[2]);
}

/// <summary>What a family of features adds.</summary>
/// <param name="Family">The family: elo, form, market-ridge.</param>
/// <param name="Effect">What it adds.</param>
/// <param name="Largest">Its features that add most, the largest first; three at most.</param>
public sealed record FamilyAnswer(string Family, EffectAnswer Effect, IReadOnlyList<FeatureAnswer> Largest);

/// <summary>What a feature adds.</summary>
/// <param name="Feature">Its name: elo_difference.</param>
/// <param name="Meaning">What it says, with its unit; none where it is of an older schema.</param>
/// <param name="Value">Its value of this match; none where it is missing.</param>
/// <param name="Effect">What it adds.</param>
public sealed record FeatureAnswer(string Feature, string? Meaning, double? Value, EffectAnswer Effect)
{
    /// <summary>The answer for a feature that Predict tells of.</summary>
    public static FeatureAnswer Of(FeatureEffect told) => Of(told.Feature, told.Value, EffectAnswer.Of(told.Home, told.Draw, told.Away));

    /// <summary>The answer for a feature that Predict stored.</summary>
    public static FeatureAnswer Of(FeatureEffects stored) => Of(stored.Feature, float.IsFinite(stored.Value) ? stored.Value : null, EffectAnswer.Of(stored.Effects));

    static FeatureAnswer Of(string feature, double? value, EffectAnswer effect) => new(feature, FeatureFamilies.Known.MeaningOf(feature), value is { } known ? Math.Round(known, 6) : null, effect);
}
