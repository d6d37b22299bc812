using MassTransit;
using Soccer.Forecasting.Odds;
using Soccer.Hosting;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;
using Soccer.Predict;
using Soccer.Predict.Explain;
using Soccer.Predict.OneMatch;
using Soccer.Tables;

var builder = ServiceHost.Create("predict", args);
builder.AddStageOptions<PredictOptions>("Predict");
builder.AddDatabase(PublishedTables.Assembly);
builder.AddBus(bus =>
{
    bus.AddConsumer<RefreshPredictionsConsumer, RefreshPredictionsDefinition>();
    bus.AddConsumer<PredictMatchConsumer, PredictMatchDefinition>();
    bus.AddConsumer<PredictMatchesConsumer, PredictMatchesDefinition>();
    bus.AddConsumer<PredictMatchNowConsumer, PredictMatchNowDefinition>();
    bus.AddConsumer<ExplainForecastConsumer, ExplainForecastDefinition>();
});
builder.Services.AddSingleton(new Commissions(builder.Configuration.GetSection(Commissions.Section).Get<Dictionary<string, double>>()));
builder.Services.AddSingleton<ForecastBoard>();
builder.Services.AddSingleton<Oracle>().AddSingleton<Explainer>().AddHostedService<OracleWatch>();
builder.Services.AddAnswerRetention();

var app = builder.Build();
app.MapOperations();
app.Run();
