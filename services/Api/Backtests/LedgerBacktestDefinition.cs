using MassTransit;
using Soccer.Hosting.Bus;

namespace Soccer.Api.Backtests;

/// <summary>A queue of its own: a backtest is no run.</summary>
public sealed class LedgerBacktestDefinition : ConsumerDefinition<LedgerBacktestConsumer>
{
    public LedgerBacktestDefinition() => EndpointName = "ledger-backtests";

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<LedgerBacktestConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseWorkQueue(context);
}
