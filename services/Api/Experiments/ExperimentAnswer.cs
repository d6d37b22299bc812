using System.Text.Json;
using Soccer.Forecasting.Models;
using Soccer.Tables.Train;

namespace Soccer.Api.Experiments;

/// <summary>The newest fits.</summary>
/// <param name="Experiments">The newest first.</param>
public sealed record ExperimentList(IReadOnlyList<ExperimentAnswer> Experiments);

/// <summary>A fit.</summary>
/// <param name="Id">SHA-256 of all that was to be done and for whom.</param>
/// <param name="Purpose">final: a kind of a run's model. trial: a set of parameters in a study. backtest: a kind for a test season.</param>
/// <param name="Kind">results-only, market-memory or market-aware.</param>
/// <param name="Owner">What it was made for.</param>
/// <param name="ModelId">The model that it is in; of a final fit.</param>
/// <param name="Inputs">What it was made of, by hashes of content.</param>
/// <param name="Parameters">How it was fitted, by name.</param>
/// <param name="Learners">What the parts that were kept are made by.</param>
/// <param name="Blend">How they become one: a learner alone, geometric mean, regression.</param>
/// <param name="Rounds">Boosting rounds of the part that has most.</param>
/// <param name="Fit">What it was fitted on, of the matches that the kind serves: market-aware those with opening odds. Where the number of
/// rounds was fixed, the run's fit and stop parts together; else the fit part, before the stop part was added.</param>
/// <param name="Stop">What said when to stop and how to blend; null where the number of rounds was fixed.</param>
/// <param name="JudgedOn">Which matches judged it last: hold-out, stop, a test season; none where the kind serves none of them.</param>
/// <param name="Judged">Those of them that it forecast.</param>
/// <param name="LogLoss">Mean log loss there.</param>
/// <param name="Folds">Every part that judged it, and all that was tried on the stop part.</param>
/// <param name="Seconds">How long the fit took.</param>
/// <param name="PeakBytes">The most memory that the process held meanwhile.</param>
/// <param name="At">When it was written down, UTC.</param>
public sealed record ExperimentAnswer(
    string Id, string Purpose, string Kind, ExperimentOwner Owner, string? ModelId, ExperimentInputs Inputs, IReadOnlyDictionary<string, string> Parameters,
    IReadOnlyList<string> Learners, string Blend, int Rounds, MatchSpan Fit, MatchSpan? Stop, string? JudgedOn, MatchSpan? Judged, double? LogLoss,
    IReadOnlyList<FoldScore> Folds, double Seconds, long PeakBytes, DateTime At)
{
    /// <summary>The fit: id by the name that it has from v2 on.</summary>
    public string ExperimentId => Id;

    /// <summary>The answer for a row.</summary>
    public static ExperimentAnswer Of(ExperimentRow row) => new(
        row.ExperimentId, row.Purpose, row.Kind, new(row.RunId, row.StudyId, row.Trial, row.Round, row.BacktestId, row.Season), row.ModelId,
        new(row.DatasetHash, row.FeatureSetHash, row.SchemaHash, row.CodeVersion, row.Libraries), Read<SortedDictionary<string, string>>(row.Parameters), row.Learners,
        row.Blend, row.Rounds, new(row.FitFrom, row.FitTo, row.FitMatches), Span(row.StopFrom, row.StopTo, row.StopMatches), row.JudgedOn,
        Span(row.JudgedFrom, row.JudgedTo, row.JudgedMatches), row.LogLoss, Read<FoldScore[]>(row.Folds), row.Seconds, row.PeakBytes, row.At);

    static MatchSpan? Span(DateOnly? from, DateOnly? to, int? matches) => from is null ? null : new(from.Value, to!.Value, matches!.Value);

    static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Tables.Train.Experiments.Json)!;
}

/// <summary>What a fit was made for.</summary>
/// <param name="RunId">The run; of a final fit and a trial.</param>
/// <param name="StudyId">The study; of a trial.</param>
/// <param name="Trial">The set of parameters; of a trial.</param>
/// <param name="Round">The study's round; of a trial.</param>
/// <param name="BacktestId">The backtest that made it first; of a backtest.</param>
/// <param name="Season">The year in which the test season began; of a backtest.</param>
public sealed record ExperimentOwner(Guid? RunId, string? StudyId, int? Trial, int? Round, Guid? BacktestId, int? Season);

/// <summary>What a fit was made of.</summary>
/// <param name="DatasetHash">The matches and odds.</param>
/// <param name="FeatureSetHash">The feature rows.</param>
/// <param name="SchemaHash">What the features are.</param>
/// <param name="CodeVersion">The code.</param>
/// <param name="Libraries">The native libraries, by version or build.</param>
public sealed record ExperimentInputs(string DatasetHash, string FeatureSetHash, string SchemaHash, string CodeVersion, string Libraries);
