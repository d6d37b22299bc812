using MassTransit;
using Soccer.Hosting;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;
using Soccer.Tables;
using Soccer.Train;
using Soccer.Train.Backtesting;
using Soccer.Train.LightGBM;
using Soccer.Train.Tuning;
using Soccer.Train.XGBoost;

var builder = ServiceHost.Create("train", args);
builder.AddStageOptions<TrainOptions>("Train");
builder.AddDatabase([.. PublishedTables.Of("Train"), ("study", StudySql.Table), ("season_forecasts", BacktestSql.Tables)]);
builder.AddBus(bus =>
{
    bus.AddConsumer<TrainModelConsumer, TrainModelDefinition>();
    bus.AddConsumer<EvaluateTrialConsumer, EvaluateTrialDefinition>();
    bus.AddConsumer<AdvanceStudyConsumer, AdvanceStudyDefinition>();
    bus.AddConsumer<RunBacktestConsumer, RunBacktestDefinition>();
});
builder.Services.AddSingleton<Studies>().AddSingleton<StudyMatches>().AddSingleton<Backtester>();

XGBoostLibrary.Load(builder.Configuration["Train:XGBoostLibrary"]);
if (builder.Configuration["Train:LightGBMLibrary"] is { Length: > 0 } lightGBM)
    LightGBMLibrary.Load(lightGBM);
var app = builder.Build();
app.MapOperations();
app.Run();
