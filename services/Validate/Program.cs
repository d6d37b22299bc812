using MassTransit;
using Soccer.Hosting;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;
using Soccer.Tables;
using Soccer.Validate;
using Soccer.Validate.Merging;

var builder = ServiceHost.Create("validate", args);
builder.WorkInBackground();
builder.AddStageOptions<ValidateOptions>("Validate");
builder.AddDatabase(PublishedTables.Assembly);
builder.Services.AddSingleton<SnapshotMerger>();
builder.Services.AddJudgementRetention();
builder.AddBus(bus => bus.AddConsumer<ValidateSnapshotConsumer, ValidateSnapshotDefinition>());
builder.Build().MapOperations().Run();
