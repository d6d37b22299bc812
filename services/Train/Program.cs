using MassTransit;
using Soccer.Hosting;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;
using Soccer.Tables;
using Soccer.Train;
using Soccer.Train.Backtesting;
using Soccer.Train.LightGBM;
using Soccer.Train.XGBoost;

var builder = ServiceHost.Create("train", args);
builder.AddStageOptions<TrainOptions>("Train");
builder.AddDatabase([.. PublishedTables.Of("Train"), ("season_forecasts", BacktestSql.Tables)]);
builder.Services.AddSingleton<Backtester>();
builder.AddBus(bus =>
{
    bus.AddConsumer<TrainModelConsumer, TrainModelDefinition>();
    bus.AddConsumer<RunBacktestConsumer, RunBacktestDefinition>();
});

XGBoostLibrary.Load(builder.Configuration["Train:XGBoostLibrary"]);
if (builder.Configuration["Train:LightGBMLibrary"] is { Length: > 0 } lightGBM)
    LightGBMLibrary.Load(lightGBM);
var app = builder.Build();
app.MapOperations();
app.Run();
