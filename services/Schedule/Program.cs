using Soccer.Hosting;
using Soccer.Hosting.Bus;
using Soccer.Schedule;

var builder = ServiceHost.Create("schedule", args);
builder.AddStageOptions<ScheduleOptions>("Schedule");
builder.AddBus();
builder.AddCrons();

var app = builder.Build();
app.MapOperations();
app.Run();
