using MassTransit;
using Soccer.DriftCheck;
using Soccer.Hosting;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;
using Soccer.Tables;

var builder = ServiceHost.Create("drift-check", args);
builder.AddStageOptions<DriftCheckOptions>("DriftCheck");
builder.AddDatabase(PublishedTables.Assembly, unnumbered: ["settling", "settling_read"]);
builder.AddBus(bus =>
{
    bus.AddConsumer<SettleForecastsConsumer, SettleForecastsDefinition>();
    bus.AddConsumer<CheckDriftConsumer, CheckDriftDefinition>();
});
builder.Services.AddSingleton<DriftMeasure>().AddSingleton<DriftGauge>();
builder.Services.AddHostedService(provider => provider.GetRequiredService<DriftGauge>());

var app = builder.Build();
app.MapOperations();
app.Run();
