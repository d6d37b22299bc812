using System.Globalization;
using MassTransit;
using Npgsql;
using Soccer.Contracts.Train.V1;
using Soccer.Hosting;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;
using Soccer.Train.Experiments;

namespace Soccer.Train.Tuning;

/// <summary>Fits one trial of a study. A replica that dies in the middle leaves its command in the queue, and another one carries it out.</summary>
public sealed class EvaluateTrialConsumer(
    NpgsqlDataSource database, StepMemo memo, StudyMatches matches, StageProgress progress, BoostingLibraries libraries, ServiceIdentity service, TimeProvider time)
    : IConsumer<EvaluateTrial>
{
    /// <summary>Steps of a progress bar that a trial takes.</summary>
    const int StepsOfATrial = 100;

    public async Task Consume(ConsumeContext<EvaluateTrial> context)
    {
        var (message, run, cancellation) = (context.Message, context.Message.Run, context.CancellationToken);
        var (study, featureSetVersion, done) = await Read(message, cancellation);
        study.Demand(service.CodeVersion, libraries.ToString());
        var parameters = study.At(PointOf(message));
        var all = study.Search().Evaluations;

        var inputs = new
        {
            study.Kind,
            study.DatasetHash,
            study.FeatureSetHash,
            study.SchemaHash,
            study.AsOf,
            Libraries = study.Library,
            Parameters = parameters.Described(),
            message.Share,
        };
        var (fit, step) = await memo.Run("trial", inputs, run.Force, fit => fit.LogLoss.ToString("R", CultureInfo.InvariantCulture), async token =>
        {
            Report(0);
            var set = await matches.Read(featureSetVersion, token);
            var (fitted, cost) = await Task.Run(
                () => Objective.Of(set, study.Kind, parameters, message.Share, time, round => Report((double)round.Round / round.Rounds), token), token);
            await using var connection = await database.OpenConnectionAsync(token);
            await ExperimentSql.Store(connection, ExperimentOf(message, study, fitted, cost), time.GetUtcNow().UtcDateTime, token);
            return TrialFit.Of(fitted, cost);
        }, cancellation);

        await using (var connection = await database.OpenConnectionAsync(cancellation))
            await StudySql.StoreTrial(connection, message, fit, time.GetUtcNow().UtcDateTime, cancellation);
        Report(1);
        await context.Publish(new TrialEvaluated(run, message.StudyId, message.Trial, message.Round, fit.LogLoss, step), cancellation);

        void Report(double share) => progress.Report(
            run.Id, "try parameters", Math.Clamp((long)(StepsOfATrial * (done + share)), 1, StepsOfATrial * all), StepsOfATrial * all);
    }

    /// <summary>Gives its connection back before the fit, which takes minutes.</summary>
    async Task<(Study Study, int FeatureSetVersion, int TrialsDone)> Read(EvaluateTrial trial, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var (study, _, featureSetVersion) = await StudySql.Read(connection, trial.StudyId, trial.Run.Id, cancellation);
        return (study, featureSetVersion, await StudySql.CountTrials(connection, trial.StudyId, cancellation));
    }

    static Experiment ExperimentOf(EvaluateTrial trial, Study study, FittedKind fitted, FitCost cost)
    {
        var parameters = study.At(PointOf(trial));
        var described = parameters.Described(Objective.Trees(study.Kind, parameters).Described(study.Kind));
        described.Add("share", trial.Share.ToString(CultureInfo.InvariantCulture));
        return new(
            ExperimentOwner.Of(trial), new(study.DatasetHash, study.FeatureSetHash, study.SchemaHash, study.CodeVersion, study.Library), described, fitted, cost, []);
    }

    static TrialPoint PointOf(EvaluateTrial trial) => new(trial.Depth, trial.LearningRate, trial.LeafWeight, trial.FeatureShare, trial.MatchShare, trial.Ridge);
}
