using MassTransit;
using Npgsql;
using Soccer.Contracts.Train.V1;
using Soccer.Hosting;

namespace Soccer.Train.Tuning;

/// <summary>Takes a study on when a round is complete: to the next round, or to its end. Nobody waits for a round.</summary>
public sealed class AdvanceStudyConsumer(
    NpgsqlDataSource database, StudyMatches matches, BoostingLibraries libraries, ServiceIdentity service, TimeProvider time) : IConsumer<TrialEvaluated>
{
    public async Task Consume(ConsumeContext<TrialEvaluated> context)
    {
        var (message, run, cancellation) = (context.Message, context.Message.Run, context.CancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var (study, _, _) = await StudySql.Read(connection, message.StudyId, run.Id, cancellation);
        study.Demand(service.CodeVersion, libraries.ToString());
        var results = await StudySql.Results(connection, message.StudyId, cancellation);
        if (study.Search().After(message.Round, results) is not { } next)
            return;

        // Several last results may find the round complete at once. The first to write takes the study on, and does so again when its message comes again.
        if (await StudySql.Advance(connection, message, cancellation) != message.Trial)
            return;
        if (next.Outcome is { } outcome)
        {
            matches.Forget();
            await StudySql.End(connection, message.StudyId, outcome, time.GetUtcNow().UtcDateTime, cancellation);
            var evaluations = results.Count(result => result.Round <= outcome.Round);
            await context.Publish(new StudyEnded(
                run, message.StudyId, study.Trials, evaluations, outcome.Chosen, outcome.LogLoss, outcome.ConfiguredLogLoss, outcome.Reason), cancellation);
            return;
        }
        await Studies.Send(context, run, study, next.Proposals);
    }
}
