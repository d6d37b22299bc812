using System.Text.Json;
using Dapper;
using Npgsql;

namespace Soccer.Train.Experiments;

/// <summary>Every statement about the record of fits.</summary>
public static class ExperimentSql
{
    /// <summary>Writes a fit down unless it is there.</summary>
    public static Task Store(NpgsqlConnection connection, Experiment experiment, DateTime now, CancellationToken cancellation)
    {
        const string sql = """
            insert into train.experiment (
                experiment_id, purpose, kind, run_id, study_id, trial, round, backtest_id, season, model_id, dataset_hash, feature_set_hash, schema_hash, code_version,
                libraries, parameters, learners, blend, rounds, fit_from, fit_to, fit_matches, stop_from, stop_to, stop_matches, judged_on, judged_from, judged_to,
                judged_matches, log_loss, folds, seconds, peak_bytes, at)
            values (
                @id, @Purpose, @Kind, @RunId, @StudyId, @TrialNumber, @Round, @BacktestId, @Season, @ModelId, @DatasetHash, @FeatureSetHash, @SchemaHash, @CodeVersion,
                @Libraries, @parameters::jsonb, @learners, @Blend, @Rounds, @fitFrom, @fitTo, @fitMatches, @stopFrom, @stopTo, @stopMatches, @judgedOn, @judgedFrom, @judgedTo,
                @judgedMatches, @LogLoss, @folds::jsonb, @Seconds, @PeakBytes, @now)
            on conflict (experiment_id) do nothing
            """;
        var (owner, sources, fitted, headline) = (experiment.Owner, experiment.Sources, experiment.Fitted, experiment.Headline);
        return connection.ExecuteAsync(new CommandDefinition(sql, new
        {
            id = experiment.Id(),
            owner.Purpose,
            fitted.Model.Kind,
            owner.RunId,
            owner.StudyId,
            owner.TrialNumber,
            owner.Round,
            owner.BacktestId,
            owner.Season,
            experiment.ModelId,
            sources.DatasetHash,
            sources.FeatureSetHash,
            sources.SchemaHash,
            sources.CodeVersion,
            sources.Libraries,
            parameters = JsonSerializer.Serialize(experiment.Parameters, Tables.Train.Experiments.Json),
            learners = fitted.Model.Parts.Select(part => part.Learner).ToArray(),
            fitted.Blend,
            fitted.Rounds,
            fitFrom = fitted.Fit.From,
            fitTo = fitted.Fit.To,
            fitMatches = fitted.Fit.Matches,
            stopFrom = fitted.Stop?.From,
            stopTo = fitted.Stop?.To,
            stopMatches = fitted.Stop?.Matches,
            judgedOn = headline?.Fold,
            judgedFrom = headline?.From,
            judgedTo = headline?.To,
            judgedMatches = headline?.Score.Matches,
            headline?.Score.LogLoss,
            folds = JsonSerializer.Serialize(fitted.Scores.Concat(experiment.Judged), Tables.Train.Experiments.Json),
            experiment.Cost.Seconds,
            experiment.Cost.PeakBytes,
            now,
        }, cancellationToken: cancellation));
    }
}
