using MassTransit;
using Soccer.Api.Backtests;
using Soccer.Api.Predictions;

namespace Soccer.Api.Ledger;

/// <summary>Composes the ledger.</summary>
static class LedgerRegistration
{
    public static void AddLedger(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RunLedger>();
        builder.Services.AddSingleton<ProgressBoard>();
        builder.Services.AddSingleton<LedgerMeter>().AddHostedService(provider => provider.GetRequiredService<LedgerMeter>());
        builder.Services.AddHostedService<DeadLetterEndpoint>();
    }

    public static void AddLedgerConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<LedgerConsumer, LedgerDefinition>();
        bus.AddConsumer<LedgerFaultConsumer, LedgerFaultDefinition>();
        bus.AddConsumer<ProgressConsumer, ProgressDefinition>();
        bus.AddConsumer<LedgerPredictionConsumer, LedgerPredictionDefinition>();
        bus.AddConsumer<PredictionsAnsweredConsumer, PredictionsAnsweredDefinition>();
        bus.AddConsumer<LedgerBacktestConsumer, LedgerBacktestDefinition>();
    }
}
