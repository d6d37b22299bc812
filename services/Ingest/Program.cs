using MassTransit;
using Soccer.Hosting;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;
using Soccer.Ingest;
using Soccer.Ingest.Fetching;
using Soccer.Tables;

var builder = ServiceHost.Create("ingest", args);
builder.AddStageOptions<IngestOptions>("Ingest");
builder.AddDatabase(PublishedTables.Assembly, unnumbered: ["source_file", "pasted", "pasted_sent", "source_file_bytes"]);
builder.AddBus(bus => bus.AddConsumer<IngestSnapshotConsumer, IngestSnapshotDefinition>());
builder.AddSourceClient();
builder.Services.AddSingleton<PastedCommands>();
builder.Services.AddRetention<IngestOptions>("snapshots of no dataset version", options => options.KeptDays, RetentionSql.DeleteSnapshots)
    .AddRetention<IngestOptions>("bytes of no file", options => options.KeptDays, RetentionSql.DeleteBlobs);

var app = builder.Build();
app.MapOperations();
app.Run();
