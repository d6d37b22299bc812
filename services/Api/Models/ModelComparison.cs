using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;
using Soccer.Forecasting.Models;
using Soccer.Tables.Train;

namespace Soccer.Api.Models;

/// <summary>Two models, held against each other on the matches that are in both hold-outs: neither was fitted on any of them.</summary>
/// <param name="A">The first model's id, in full.</param>
/// <param name="B">The second one's.</param>
/// <param name="From">First match day that both held out.</param>
/// <param name="To">The last.</param>
/// <param name="DatasetVersion">Whose results were used: the newer of their datasets.</param>
/// <param name="Kinds">Every kind that both forecast a common match with.</param>
public sealed record ModelComparison(string A, string B, DateOnly From, DateOnly To, int DatasetVersion, IReadOnlyList<KindComparison> Kinds)
{
    /// <summary>Seeds the draws: another one moves the ends of the intervals, and nothing else.</summary>
    const int Seed = 20250201;

    /// <summary>Compares.</summary>
    /// <param name="a">The first model.</param>
    /// <param name="b">The second.</param>
    /// <param name="ofA">What each kind of the first said of its hold-out.</param>
    /// <param name="ofB">Of the second.</param>
    /// <param name="played">The matches of the days that both held out, with their results.</param>
    public static ModelComparison Of(
        ModelSummary a, ModelSummary b, IReadOnlyDictionary<string, MatchForecasts> ofA, IReadOnlyDictionary<string, MatchForecasts> ofB, IReadOnlyCollection<Match> played) => new(
            a.ModelId, b.ModelId, FirstDay(a, b), LastDay(a, b), Dataset(a, b),
            [.. ModelKinds.All.Where(kind => ofA.ContainsKey(kind) && ofB.ContainsKey(kind)).Select(kind => Of(kind, ofA[kind], ofB[kind], played)).OfType<KindComparison>()]);

    /// <summary>The first day that both held out.</summary>
    public static DateOnly FirstDay(ModelSummary a, ModelSummary b) => a.HoldOutFrom > b.HoldOutFrom ? a.HoldOutFrom : b.HoldOutFrom;

    /// <summary>The last day that both held out; before the first where there is none.</summary>
    public static DateOnly LastDay(ModelSummary a, ModelSummary b) => a.HoldOutTo < b.HoldOutTo ? a.HoldOutTo : b.HoldOutTo;

    /// <summary>The newer of their datasets.</summary>
    public static int Dataset(ModelSummary a, ModelSummary b) => Math.Max(a.DatasetVersion, b.DatasetVersion);

    static KindComparison? Of(string kind, MatchForecasts a, MatchForecasts b, IReadOnlyCollection<Match> played)
    {
        var (ofA, ofB) = (a.ByMatch(), b.ByMatch());
        Match[] common = [.. played.Where(match => match.FullTime is not null && ofA.ContainsKey(match.Id) && ofB.ContainsKey(match.Id))];
        return common.Length == 0 ? null : KindComparison.Of(kind, PairedComparison.Of(
            [.. common.Select(match => ofA[match.Id])], [.. common.Select(match => ofB[match.Id])], [.. common.Select(match => match.FullTime!.Value.Outcome)],
            [.. common.Select(match => match.Date)], Seed));
    }
}

/// <summary>A kind of two models on the same matches.</summary>
/// <param name="Kind">results-only, market-memory or market-aware.</param>
/// <param name="Matches">Matches that both forecast.</param>
/// <param name="Days">On how many days.</param>
/// <param name="A">The first model's mean log loss on them.</param>
/// <param name="B">The second one's.</param>
/// <param name="Difference">First less second, below 0 the first is better; with its 95% interval by the bootstrap of match days.</param>
/// <param name="Verdict">What that says of the first: better or worse where zero lies outside the interval, else no more than luck.</param>
public sealed record KindComparison(string Kind, int Matches, int Days, double A, double B, Interval Difference, Verdict Verdict)
{
    public static KindComparison Of(string kind, PairedComparison of) => new(kind, of.Matches, of.Days, of.First, of.Second, of.Difference, of.Verdict);
}
