using MassTransit;
using Npgsql;
using Soccer.Api.Ledger;
using Soccer.Contracts.Train.V1;

namespace Soccer.Api.Backtests;

/// <summary>Writes down how backtests end.</summary>
public sealed class LedgerBacktestConsumer(NpgsqlDataSource database) :
    IConsumer<BacktestCompleted>, IConsumer<BacktestFailed>, IConsumer<Fault<RunBacktest>>
{
    public Task Consume(ConsumeContext<BacktestCompleted> context) => Answer(context.Message.BacktestId, context.Message, context.Message.Step.Started, context.CancellationToken);

    public Task Consume(ConsumeContext<BacktestFailed> context) => Answer(context.Message.BacktestId, context.Message, context.Message.At, context.CancellationToken);

    public Task Consume(ConsumeContext<Fault<RunBacktest>> context)
    {
        var fault = context.Message;
        var failed = new BacktestFailed(fault.Message.BacktestId, "", FaultReason.Of(fault.Exceptions), fault.Timestamp);
        return Answer(failed.BacktestId, failed, failed.At, context.CancellationToken);
    }

    async Task Answer<T>(Guid backtestId, T answer, DateTime at, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await BacktestSql.Answer(connection, backtestId, answer, at.ToUniversalTime(), cancellation);
    }
}
