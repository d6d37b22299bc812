using MassTransit;
using Soccer.Hosting;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;
using Soccer.Tables;
using Soccer.Train;
using Soccer.Train.LightGBM;
using Soccer.Train.XGBoost;

var builder = ServiceHost.Create("train", args);
builder.AddStageOptions<TrainOptions>("Train");
builder.AddDatabase(PublishedTables.Of("Train"));
builder.AddBus(bus => bus.AddConsumer<TrainModelConsumer, TrainModelDefinition>());

XGBoostLibrary.Load(builder.Configuration["Train:XGBoostLibrary"]);
if (builder.Configuration["Train:LightGBMLibrary"] is { Length: > 0 } lightGBM)
    LightGBMLibrary.Load(lightGBM);
var app = builder.Build();
app.MapOperations();
app.Run();
