using Dapper;
using Npgsql;

namespace Soccer.Tables.Train;

/// <summary>A search for parameters.</summary>
/// <param name="StudyId">SHA-256 of all that its outcome depends on, hex.</param>
/// <param name="Kind">The kind that is tuned.</param>
/// <param name="AsOf">The day up to which results are used.</param>
/// <param name="Trials">Sets of parameters.</param>
/// <param name="Seed">Of their choice.</param>
/// <param name="SecondsLimit">Seconds of fitting after which no further round begins.</param>
/// <param name="CodeVersion">The code that it is bound to.</param>
/// <param name="BegunAt">UTC.</param>
/// <param name="Runs">Runs that asked for it.</param>
/// <param name="Evaluations">Results so far.</param>
/// <param name="Seconds">Seconds of fitting so far, over all replicas.</param>
/// <param name="Chosen">The trial that was chosen; this and what follows is missing until the study has ended.</param>
/// <param name="Round">The last complete round.</param>
/// <param name="LogLoss">The chosen trial's log loss in it.</param>
/// <param name="ConfiguredLogLoss">That of the configured parameters.</param>
/// <param name="Reason">Why it ended.</param>
/// <param name="EndedAt">UTC.</param>
public sealed record StudyRow(
    string StudyId, string Kind, DateOnly AsOf, int Trials, int Seed, int SecondsLimit, string CodeVersion, DateTime BegunAt, int Runs, int Evaluations,
    double Seconds, int? Chosen, int? Round, double? LogLoss, double? ConfiguredLogLoss, string? Reason, DateTime? EndedAt);

/// <summary>A set of parameters in a round, with what came of it.</summary>
/// <param name="Trial">The set of parameters; 1 is the configured one.</param>
/// <param name="Round">The round, from 1.</param>
/// <param name="Share">Share of the fit part that the round may use, its newest matches; above 0, to 1.</param>
/// <param name="Depth">Splits from root to leaf.</param>
/// <param name="LearningRate">Share of a tree's answer that counts.</param>
/// <param name="LeafWeight">Least weight of a leaf.</param>
/// <param name="FeatureShare">Share of the features that a tree may use.</param>
/// <param name="MatchShare">Share of the matches that a tree sees.</param>
/// <param name="Ridge">Ridge penalty on the leaves.</param>
/// <param name="LogLoss">Mean log loss on the matches that stop the boosting.</param>
/// <param name="BoostingRounds">Rounds kept.</param>
/// <param name="FitRows">Matches fitted on.</param>
/// <param name="Seconds">How long the fit took.</param>
/// <param name="At">When it was stored, UTC.</param>
public sealed record TrialRow(
    int Trial, int Round, double Share, int Depth, double LearningRate, double LeafWeight, double FeatureShare, double MatchShare, double Ridge, double LogLoss,
    int BoostingRounds, int FitRows, double Seconds, DateTime At);

/// <summary>Reads studies.</summary>
public static class Studies
{
    const string Select = """
        select s.study_id, s.kind, s.as_of, s.trials, s.seed, s.seconds_limit, s.code_version, s.begun_at,
               (select count(*)::int from train.study_run r where r.study_id = s.study_id) as runs,
               (select count(*)::int from train.trial t where t.study_id = s.study_id) as evaluations,
               (select coalesce(sum(t.seconds), 0) from train.trial t where t.study_id = s.study_id) as seconds,
               o.chosen, o.round, o.log_loss, o.configured_log_loss, o.reason, o.ended_at
        from train.study s left join train.study_outcome o on o.study_id = s.study_id
        """;

    /// <summary>The newest studies.</summary>
    public static async Task<IReadOnlyList<StudyRow>> Newest(NpgsqlConnection connection, int limit, CancellationToken cancellation) =>
        (await connection.QueryAsync<StudyRow>(
            new CommandDefinition($"{Select} order by s.begun_at desc, s.study_id limit @limit", new { limit }, cancellationToken: cancellation))).AsList();

    /// <summary>The studies whose ids begin so, two at most.</summary>
    public static async Task<IReadOnlyList<StudyRow>> Find(NpgsqlConnection connection, string beginning, CancellationToken cancellation) =>
        (await connection.QueryAsync<StudyRow>(new CommandDefinition(
            $"{Select} where starts_with(s.study_id, @beginning) order by s.study_id limit 2", new { beginning }, cancellationToken: cancellation))).AsList();

    /// <summary>The results of a study: the last round first, and in a round the best first.</summary>
    public static async Task<IReadOnlyList<TrialRow>> Trials(NpgsqlConnection connection, string studyId, CancellationToken cancellation)
    {
        const string sql = """
            select trial, round, share, depth, learning_rate, leaf_weight, feature_share, match_share, ridge, log_loss, boosting_rounds, fit_rows, seconds, at
            from train.trial
            where study_id = @studyId
            order by round desc, log_loss, trial
            """;
        return (await connection.QueryAsync<TrialRow>(new CommandDefinition(sql, new { studyId }, cancellationToken: cancellation))).AsList();
    }
}
