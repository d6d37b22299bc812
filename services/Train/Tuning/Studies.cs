using MassTransit;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Contracts;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Train.V1;
using Soccer.Hosting;
using Soccer.Hosting.Bus;

namespace Soccer.Train.Tuning;

/// <summary>Begins studies and sends their trials out.</summary>
public sealed class Studies(NpgsqlDataSource database, BoostingLibraries libraries, ServiceIdentity service, IOptions<TrainOptions> options, TimeProvider time)
{
    /// <summary>Stores the study of a run and sends its first round. Again: the same study, the same trials.</summary>
    public async Task Begin(ConsumeContext<FeaturesBuilt> context)
    {
        var (message, run, tuning) = (context.Message, context.Message.Run, options.Value.Tuning);
        var study = new Study(
            tuning.Kind, message.DatasetHash, message.FeatureSetHash, message.SchemaHash, run.AsOf, service.CodeVersion, libraries.ToString(),
            Math.Min(run.Trials, tuning.MostTrials), tuning.Seed, tuning.Seconds, options.Value.Parameters);

        await using (var connection = await database.OpenConnectionAsync(context.CancellationToken))
        {
            var now = time.GetUtcNow().UtcDateTime;
            await StudySql.Store(connection, study, now, context.CancellationToken);
            await StudySql.Join(connection, study.Id(), run.Id, message.DatasetVersion, message.FeatureSetVersion, now, context.CancellationToken);
        }
        await Send(context, run, study, study.Search().First());
    }

    /// <summary>The training with what a study has chosen.</summary>
    /// <exception cref="InvalidOperationException">The run has no such study.</exception>
    public async Task<TrainingOrder> Order(StudyEnded ended, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var (study, datasetVersion, featureSetVersion) = await StudySql.Read(connection, ended.StudyId, ended.Run.Id, cancellation);
        return new(
            ended.Run, datasetVersion, study.DatasetHash, featureSetVersion, study.FeatureSetHash, study.SchemaHash,
            study.At(study.Search().PointOf(ended.Chosen)));
    }

    /// <summary>Sends trials to whichever replica is free.</summary>
    public static async Task Send(ConsumeContext context, Run run, Study study, IEnumerable<Proposal> proposals)
    {
        var studyId = study.Id();
        foreach (var (trial, round, share, point) in proposals)
        {
            var command = new EvaluateTrial(
                run, studyId, trial, round, share, point.Depth, point.LearningRate, point.LeafWeight, point.FeatureShare, point.MatchShare, point.Ridge);
            await context.SendCommand(EvaluateTrial.Queue, command, run.Id, context.CancellationToken);
        }
    }
}
