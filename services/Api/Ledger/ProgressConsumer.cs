using MassTransit;
using Soccer.Contracts.Progress.V1;

namespace Soccer.Api.Ledger;

/// <summary>Pins progress reports to the board.</summary>
public sealed class ProgressConsumer(ProgressBoard board) : IConsumer<StageProgressed>
{
    public Task Consume(ConsumeContext<StageProgressed> context)
    {
        board.Take(context.Message);
        return Task.CompletedTask;
    }
}
