using System.Text.Json;
using Dapper;
using Npgsql;
using Soccer.Contracts.Train.V1;

namespace Soccer.Train.Tuning;

/// <summary>A study as a run has it: the numbers of the versions are the run's own.</summary>
public sealed record JoinedStudy(Study Study, int DatasetVersion, int FeatureSetVersion);

/// <summary>Every statement about studies.</summary>
public static class StudySql
{
    /// <summary>Writes a study down unless it is there.</summary>
    public static Task Store(NpgsqlConnection connection, Study study, DateTime now, CancellationToken cancellation)
    {
        const string sql = """
            insert into train.study (
                study_id, kind, dataset_hash, feature_set_hash, schema_hash, as_of, code_version, library, trials, seed, seconds_limit, parameters, begun_at)
            values (
                @id, @Kind, @DatasetHash, @FeatureSetHash, @SchemaHash, @AsOf, @CodeVersion, @Library, @Trials, @Seed, @SecondsLimit, @parameters::jsonb, @now)
            on conflict (study_id) do nothing
            """;
        return connection.ExecuteAsync(new CommandDefinition(sql, new
        {
            id = study.Id(),
            study.Kind,
            study.DatasetHash,
            study.FeatureSetHash,
            study.SchemaHash,
            study.AsOf,
            study.CodeVersion,
            study.Library,
            study.Trials,
            study.Seed,
            study.SecondsLimit,
            parameters = JsonSerializer.Serialize(study.Parameters),
            now,
        }, cancellationToken: cancellation));
    }

    /// <summary>Writes down that a run asks for a study.</summary>
    public static Task Join(
        NpgsqlConnection connection, string studyId, Guid runId, int datasetVersion, int featureSetVersion, DateTime now, CancellationToken cancellation)
    {
        const string sql = """
            insert into train.study_run (study_id, run_id, dataset_version, feature_set_version, asked_at)
            values (@studyId, @runId, @datasetVersion, @featureSetVersion, @now)
            on conflict (study_id, run_id) do nothing
            """;
        return connection.ExecuteAsync(
            new CommandDefinition(sql, new { studyId, runId, datasetVersion, featureSetVersion, now }, cancellationToken: cancellation));
    }

    /// <summary>The study of a run.</summary>
    /// <exception cref="InvalidOperationException">The run has no such study.</exception>
    public static async Task<JoinedStudy> Read(NpgsqlConnection connection, string studyId, Guid runId, CancellationToken cancellation)
    {
        const string sql = """
            select kind, dataset_hash, feature_set_hash, schema_hash, as_of, code_version, library, trials, seed, seconds_limit, parameters::text,
                   dataset_version, feature_set_version
            from train.study join train.study_run using (study_id)
            where study_id = @studyId and run_id = @runId
            """;
        var row = await connection.QuerySingleOrDefaultAsync<StudyRow>(new CommandDefinition(sql, new { studyId, runId }, cancellationToken: cancellation))
            ?? throw new InvalidOperationException($"run {runId} has no study {studyId}");
        var study = new Study(
            row.Kind, row.DatasetHash, row.FeatureSetHash, row.SchemaHash, row.AsOf, row.CodeVersion, row.Library, row.Trials, row.Seed, row.SecondsLimit,
            JsonSerializer.Deserialize<TrainingParameters>(row.Parameters)!);
        return new(study, row.DatasetVersion, row.FeatureSetVersion);
    }

    /// <summary>Writes a result down unless it is there.</summary>
    public static Task StoreTrial(NpgsqlConnection connection, EvaluateTrial trial, TrialFit fit, DateTime now, CancellationToken cancellation)
    {
        const string sql = """
            insert into train.trial (
                study_id, trial, round, share, depth, learning_rate, leaf_weight, feature_share, match_share, ridge, log_loss, boosting_rounds, fit_rows, seconds, at)
            values (
                @StudyId, @Trial, @Round, @Share, @Depth, @LearningRate, @LeafWeight, @FeatureShare, @MatchShare, @Ridge, @LogLoss, @BoostingRounds, @FitRows,
                @Seconds, @now)
            on conflict (study_id, trial, round) do nothing
            """;
        return connection.ExecuteAsync(new CommandDefinition(sql, new
        {
            trial.StudyId,
            trial.Trial,
            trial.Round,
            trial.Share,
            trial.Depth,
            trial.LearningRate,
            trial.LeafWeight,
            trial.FeatureShare,
            trial.MatchShare,
            trial.Ridge,
            fit.LogLoss,
            fit.BoostingRounds,
            fit.FitRows,
            fit.Seconds,
            now,
        }, cancellationToken: cancellation));
    }

    /// <summary>Results that a study has.</summary>
    public static Task<int> CountTrials(NpgsqlConnection connection, string studyId, CancellationToken cancellation) =>
        connection.ExecuteScalarAsync<int>(
            new CommandDefinition("select count(*)::int from train.trial where study_id = @studyId", new { studyId }, cancellationToken: cancellation));

    /// <summary>The results of a study, in no order.</summary>
    public static async Task<IReadOnlyCollection<TrialResult>> Results(NpgsqlConnection connection, string studyId, CancellationToken cancellation) =>
        (await connection.QueryAsync<TrialResult>(new CommandDefinition(
            "select trial, round, log_loss, seconds from train.trial where study_id = @studyId", new { studyId }, cancellationToken: cancellation))).AsList();

    /// <summary>
    /// The trial whose result takes a round on: this one unless another was first. The key makes two that come at once take turns.
    /// </summary>
    public static async Task<int> Advance(NpgsqlConnection connection, TrialEvaluated evaluated, CancellationToken cancellation)
    {
        var key = new { evaluated.StudyId, RunId = evaluated.Run.Id, evaluated.Round, evaluated.Trial };
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into train._study_advance (study_id, run_id, round, trial)
            values (@StudyId, @RunId, @Round, @Trial)
            on conflict (study_id, run_id, round) do nothing
            """, key, cancellationToken: cancellation));
        return await connection.QuerySingleAsync<int>(new CommandDefinition(
            "select trial from train._study_advance where study_id = @StudyId and run_id = @RunId and round = @Round", key, cancellationToken: cancellation));
    }

    /// <summary>Writes the end of a study down unless it is there.</summary>
    public static Task End(NpgsqlConnection connection, string studyId, SearchOutcome outcome, DateTime now, CancellationToken cancellation)
    {
        const string sql = """
            insert into train.study_outcome (study_id, chosen, round, log_loss, configured_log_loss, reason, ended_at)
            values (@studyId, @Chosen, @Round, @LogLoss, @ConfiguredLogLoss, @Reason, @now)
            on conflict (study_id) do nothing
            """;
        return connection.ExecuteAsync(new CommandDefinition(
            sql, new { studyId, outcome.Chosen, outcome.Round, outcome.LogLoss, outcome.ConfiguredLogLoss, outcome.Reason, now }, cancellationToken: cancellation));
    }

    sealed record StudyRow(
        string Kind, string DatasetHash, string FeatureSetHash, string SchemaHash, DateOnly AsOf, string CodeVersion, string Library, int Trials, int Seed,
        int SecondsLimit, string Parameters, int DatasetVersion, int FeatureSetVersion);
}
