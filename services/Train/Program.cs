using MassTransit;
using Soccer.Hosting;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;
using Soccer.Tables;
using Soccer.Train;

var builder = ServiceHost.Create("train", args);
builder.AddStageOptions<TrainOptions>("Train");
builder.AddDatabase(PublishedTables.Of("Train"));
builder.AddBus(bus => bus.AddConsumer<TrainModelConsumer, TrainModelDefinition>());

var app = builder.Build();
app.MapOperations();
app.Run();
