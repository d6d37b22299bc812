using MassTransit;
using Soccer.Forecasting.Odds;
using Soccer.Hosting;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;
using Soccer.Tables;
using Soccer.Train;
using Soccer.Train.Backtesting;
using Soccer.Train.Tuning;

var builder = ServiceHost.Create("train", args);
builder.WorkInBackground();
builder.AddStageOptions<TrainOptions>("Train");
builder.AddDatabase(PublishedTables.Assembly, unnumbered: ["study", "season_forecasts"]);
builder.AddBus(bus =>
{
    bus.AddConsumer<TrainModelConsumer, TrainModelDefinition>();
    bus.AddConsumer<EvaluateTrialConsumer, EvaluateTrialDefinition>();
    bus.AddConsumer<AdvanceStudyConsumer, AdvanceStudyDefinition>();
    bus.AddConsumer<RunBacktestConsumer, RunBacktestDefinition>();
});
builder.Services.AddSingleton(new Commissions(builder.Configuration.GetSection(Commissions.Section).Get<Dictionary<string, double>>()));
builder.Services.AddRetention<TrainOptions>("backtests", options => options.BacktestDays, BacktestSql.DeleteSome);
builder.Services.AddSingleton<Studies>().AddSingleton<StudyMatches>().AddSingleton<Backtester>().AddSingleton<BoostingLibraries>();

var app = builder.Build();
// A library that is missing is told at the start, not by the first training.
app.Services.GetRequiredService<BoostingLibraries>();
app.MapOperations();
app.Run();
