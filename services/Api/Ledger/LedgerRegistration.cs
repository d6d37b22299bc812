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
        builder.Services.AddSingleton<LedgerMeter>();
        builder.Services.AddHostedService<DeadLetterEndpoint>();
    }

    /// <summary>Makes the ledger's instruments, which nobody else asks for.</summary>
    public static void StartLedgerMeter(this WebApplication app) => app.Services.GetRequiredService<LedgerMeter>();

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
