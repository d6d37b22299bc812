using MassTransit;
using Soccer.Api;
using Soccer.Api.Backtests;
using Soccer.Api.Fixtures;
using Soccer.Api.Ledger;
using Soccer.Api.Predictions;
using Soccer.Api.Problems;
using Soccer.Api.Runs;
using Soccer.Hosting;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;
using Soccer.Tables;

var builder = ServiceHost.Create("api", args);
builder.AddStageOptions<ApiOptions>("Api");
builder.AddDatabase([.. PublishedTables.Of("Api"), ("ledger", LedgerSql.Tables), ("prediction", PredictionSql.Table), ("backtest", BacktestSql.Table)]);
builder.AddBus(bus =>
{
    bus.AddLedgerConsumers().AddConsumer<LedgerPredictionConsumer, LedgerPredictionDefinition>();
    bus.AddConsumer<LedgerBacktestConsumer, LedgerBacktestDefinition>();
});
builder.AddLedger();
builder.AddProblems();
builder.AddDocument();

var app = builder.Build();
app.UseProblems();
app.MapOperations();
app.MapIndex();
app.MapRuns();
app.MapPredictions();
app.MapBacktests();
app.MapFixtures();
app.MapOpenApi();
app.StartLedgerMeter();
app.Run();
