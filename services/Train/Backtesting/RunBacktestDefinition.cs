using MassTransit;
using Soccer.Contracts.Train.V1;
using Soccer.Hosting.Bus;

namespace Soccer.Train.Backtesting;

/// <summary>One backtest at a time: its fits fill every core. It stands in no run's way, for it has a queue of its own.</summary>
public sealed class RunBacktestDefinition : ConsumerDefinition<RunBacktestConsumer>
{
    public RunBacktestDefinition() => EndpointName = RunBacktest.Queue;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<RunBacktestConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = 1;
        endpointConfigurator.ConcurrentMessageLimit = 1;
        endpointConfigurator.UseWorkQueue(context);
    }
}
