using System.Text.Json;
using Dapper;
using Npgsql;
using Soccer.Forecasting.Models;

namespace Soccer.Tables.Train;

/// <summary>A fit as it is stored.</summary>
/// <param name="ExperimentId">SHA-256 of all that was to be done and for whom, hex.</param>
/// <param name="Purpose">final, trial or backtest.</param>
/// <param name="Kind">The kind that was fitted.</param>
/// <param name="RunId">The run; none of a backtest.</param>
/// <param name="StudyId">The study; of a trial.</param>
/// <param name="Trial">The set of parameters; of a trial.</param>
/// <param name="Round">The study's round; of a trial.</param>
/// <param name="BacktestId">The backtest that fitted it; others may have used it since.</param>
/// <param name="Season">The year in which the test season began; of a backtest.</param>
/// <param name="ModelId">The model that it is in; of a final fit.</param>
/// <param name="DatasetHash">The dataset.</param>
/// <param name="FeatureSetHash">The feature rows.</param>
/// <param name="SchemaHash">Their schema.</param>
/// <param name="CodeVersion">The code.</param>
/// <param name="Libraries">The native libraries.</param>
/// <param name="Parameters">By name, JSON.</param>
/// <param name="Learners">What the parts that were kept are made by.</param>
/// <param name="Blend">How they become one: a learner alone, geometric mean, regression.</param>
/// <param name="Rounds">Boosting rounds of the part that has most.</param>
/// <param name="FitFrom">First match day fitted on, before the stop part was added.</param>
/// <param name="FitTo">The last.</param>
/// <param name="FitMatches">Matches.</param>
/// <param name="StopFrom">First match day that said when to stop; none where the number of rounds was fixed.</param>
/// <param name="StopTo">The last.</param>
/// <param name="StopMatches">Matches.</param>
/// <param name="JudgedOn">Which matches judged it last: hold-out, stop, a test season; none where the kind serves none of them.</param>
/// <param name="JudgedFrom">Their first day.</param>
/// <param name="JudgedTo">The last.</param>
/// <param name="JudgedMatches">How many of them it forecast.</param>
/// <param name="LogLoss">Mean log loss there.</param>
/// <param name="Folds">Every part that judged it, a JSON list of <see cref="FoldScore"/>.</param>
/// <param name="Seconds">How long the fit took.</param>
/// <param name="PeakBytes">The most memory that the process held meanwhile.</param>
/// <param name="At">When it was written down, UTC.</param>
// Dapper knows an array's column as an Array, and finds no constructor by that type.
[method: ExplicitConstructor]
public sealed record ExperimentRow(
    string ExperimentId, string Purpose, string Kind, Guid? RunId, string? StudyId, int? Trial, int? Round, Guid? BacktestId, int? Season, string? ModelId,
    string DatasetHash, string FeatureSetHash, string SchemaHash, string CodeVersion, string Libraries, string Parameters, string[] Learners, string Blend, int Rounds,
    DateOnly FitFrom, DateOnly FitTo, int FitMatches, DateOnly? StopFrom, DateOnly? StopTo, int? StopMatches, string? JudgedOn, DateOnly? JudgedFrom,
    DateOnly? JudgedTo, int? JudgedMatches, double? LogLoss, string Folds, double Seconds, long PeakBytes, DateTime At);

/// <summary>Reads the record of fits.</summary>
public static class Experiments
{
    /// <summary>A kind of the model that a run trained.</summary>
    public const string Final = "final";

    /// <summary>A set of parameters in a study.</summary>
    public const string Trial = "trial";

    /// <summary>A kind for a test season.</summary>
    public const string Backtest = "backtest";

    /// <summary>What fits are made for.</summary>
    public static IReadOnlyList<string> Purposes { get; } = [Final, Trial, Backtest];

    /// <summary>How the lists in a row are written and read.</summary>
    public static JsonSerializerOptions Json => JsonSerializerOptions.Web;

    /// <summary>The newest fits.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="purpose">Only those of a purpose.</param>
    /// <param name="kind">Only those of a kind.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<IReadOnlyList<ExperimentRow>> Newest(
        NpgsqlConnection connection, string? purpose, string? kind, int limit, CancellationToken cancellation)
    {
        const string sql = """
            select experiment_id, purpose, kind, run_id, study_id, trial, round, backtest_id, season, model_id, dataset_hash, feature_set_hash, schema_hash, code_version,
                   libraries, parameters::text, learners, blend, rounds, fit_from, fit_to, fit_matches, stop_from, stop_to, stop_matches, judged_on, judged_from, judged_to,
                   judged_matches, log_loss, folds::text, seconds, peak_bytes, at
            from train.experiment
            where (@purpose::text is null or purpose = @purpose) and (@kind::text is null or kind = @kind)
            order by at desc, kind desc, experiment_id
            limit @limit
            """;
        return (await connection.QueryAsync<ExperimentRow>(new CommandDefinition(sql, new { purpose, kind, limit }, cancellationToken: cancellation))).AsList();
    }
}
