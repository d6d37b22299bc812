using MassTransit;
using Soccer.Featurize;
using Soccer.Hosting;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;
using Soccer.Tables;

var builder = ServiceHost.Create("featurize", args);
builder.WorkInBackground();
builder.AddStageOptions<FeaturizeOptions>("Featurize");
builder.AddDatabase(PublishedTables.Assembly);
builder.AddBus(bus => bus.AddConsumer<BuildFeaturesConsumer, BuildFeaturesDefinition>());
builder.Services.AddSingleton<FeatureSetBuild>();

var app = builder.Build();
app.MapOperations();
app.Run();
