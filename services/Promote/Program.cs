using MassTransit;
using Soccer.Hosting;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;
using Soccer.Promote;
using Soccer.Tables;

var builder = ServiceHost.Create("promote", args);
builder.AddStageOptions<PromoteOptions>("Promote");
builder.AddDatabase(PublishedTables.Assembly);
builder.AddBus(bus => bus.AddConsumer<PromoteModelConsumer, PromoteModelDefinition>());

var app = builder.Build();
app.MapOperations();
app.Run();
