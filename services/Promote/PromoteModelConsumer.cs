using MassTransit;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Contracts;
using Soccer.Contracts.Promote.V1;
using Soccer.Contracts.Train.V1;
using Soccer.Hosting;
using Soccer.Tables.Promote;
using Soccer.Tables.Train;

namespace Soccer.Promote;

/// <summary>
/// Decides whether a model becomes champion. The alias log is the memory: a run's decision on a model is an entry there, and a redelivered message
/// publishes that decision again, whoever is champion by then.
/// </summary>
public sealed class PromoteModelConsumer(NpgsqlDataSource database, ServiceIdentity service, IOptions<PromoteOptions> options, TimeProvider time)
    : IConsumer<ModelTrained>
{
    public async Task Consume(ConsumeContext<ModelTrained> context)
    {
        var (message, cancellation) = (context.Message, context.CancellationToken);
        var (started, clock) = (time.GetUtcNow().UtcDateTime, time.GetTimestamp());
        await using var connection = await database.OpenConnectionAsync(cancellation);

        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await PromoteSql.Lock(connection, cancellation);
        // Under the lock: the same message may be with another replica, and a run decides once.
        var decision = await PromoteSql.FindDecision(connection, message.Run.Id, message.ModelId, cancellation);
        var remembered = decision is not null;
        decision ??= await Decide(connection, message, cancellation);
        await transaction.CommitAsync(cancellation);

        var step = new StepTime(service.CodeVersion, started, Math.Round(time.GetElapsedTime(clock).TotalSeconds, 3), remembered);
        await Publish(context, decision, step);
    }

    async Task<Decision> Decide(NpgsqlConnection connection, ModelTrained message, CancellationToken cancellation)
    {
        var model = await Models.Read(connection, message.ModelId, cancellation);
        var alias = await Aliases.Newest(connection, Aliases.Champion, cancellation);
        var verdict = alias switch
        {
            { } standing when standing.ModelId == model.ModelId =>
                new Verdict([], [], ["this model is the champion already"]),
            { } standing when standing.DatasetVersion > message.DatasetVersion =>
                new Verdict([], [], [$"its dataset {message.DatasetVersion} is older than the champion's {standing.DatasetVersion}"]),
            _ => PromotionGates.Judge(await HoldOutRead.Read(connection, model, alias?.ModelId, await Past(), cancellation), options.Value),
        };
        return await PromoteSql.Record(connection, message, alias?.ModelId, verdict, time.GetUtcNow().UtcDateTime, cancellation);

        async Task<IReadOnlyList<string>> Past()
        {
            var asOf = message.Run.AsOf;
            var champions = await Aliases.Champions(connection, asOf.AddDays(-options.Value.PastDays), asOf, cancellation);
            return [.. champions.Where(past => past != model.ModelId && past != alias?.ModelId).Take(options.Value.MostPast)];
        }
    }

    static Task Publish(ConsumeContext<ModelTrained> context, Decision decision, StepTime step)
    {
        var message = context.Message;
        return decision.Promoted
            ? context.Publish(new ModelPromoted(
                message.Run, message.ModelId, decision.Sequence, decision.ChampionId, message.DatasetVersion, message.FeatureSetVersion, decision.Lines, step),
                context.CancellationToken)
            : context.Publish(new ModelHeld(
                message.Run, message.ModelId, decision.ChampionId, message.DatasetVersion, message.FeatureSetVersion, decision.Lines, step),
                context.CancellationToken);
    }
}
