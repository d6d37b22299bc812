using Soccer.Api;
using Soccer.Api.Access;
using Soccer.Api.Ledger;
using Soccer.Api.Problems;
using Soccer.Api.Runs;
using Soccer.Hosting;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;
using Soccer.Tables;

var builder = ServiceHost.Create("api", args);
builder.AddStageOptions<ApiOptions>("Api");
builder.AddDatabase(
    PublishedTables.Assembly, unnumbered: ["ledger", "prediction", "backtest", "access", "request", "audit subjects"], commandSeconds: 30);
builder.AddBus(LedgerRegistration.AddLedgerConsumers);
builder.AddLedger();
builder.AddProblems();
builder.AddAccess();
builder.AddForecasts();
builder.AddDocument();

var app = builder.Build();
app.UseProblems();
app.MapOperations();
app.MapAccess();
app.MapIndex();
app.MapRuns();
app.MapForecasts();
app.MapTrain();
app.Run();
