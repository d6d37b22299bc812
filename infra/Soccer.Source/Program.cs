using Microsoft.Extensions.Options;
using Soccer.Source;
using Soccer.Source.Faults;
using Soccer.Source.Replay;
using Soccer.Source.Site;
using Soccer.Source.World;

if (args is ["write", ..]) return WriteCommand.Run(args[1..]);
if (args is ["challenge", ..]) return ChallengeCommand.Run(args[1..]);

var builder = WebApplication.CreateBuilder(args);
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.Logging.ClearProviders().AddJsonConsole(console => (console.UseUtcTimestamp, console.TimestampFormat) = (true, "O"));
builder.Services.AddOptions<SourceOptions>().BindConfiguration("Source").ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(services => SourceStart.Mirror(services.GetRequiredService<IOptions<SourceOptions>>().Value));
builder.Services.AddSingleton(services => SourceStart.Clock(
    services.GetRequiredService<IOptions<SourceOptions>>().Value, services.GetRequiredService<Mirror>(), services.GetRequiredService<TimeProvider>()));
builder.Services.AddSingleton<MirrorSite>().AddSingleton<FaultList>().AddSingleton<RequestLog>().AddSingleton<SiteEndpoint>();

var app = builder.Build();
app.MapGet("/health/{probe:regex(^(live|ready)$)}", () => "ok");
app.MapGet("/-/as-of", Controls.AsOf);
app.MapPut("/-/as-of", Controls.MoveTo);
app.MapPut("/-/faults", Controls.SetFaults);
app.MapDelete("/-/faults", (FaultList faults) => faults.Replace([]));
app.MapGet("/-/requests", (RequestLog log) => log.Summary());
app.MapDelete("/-/requests", (RequestLog log) => log.Clear());
app.MapMethods("/{**path}", ["GET", "HEAD"], (HttpContext context, SiteEndpoint site) => site.Answer(context));
app.Services.GetRequiredService<SourceClock>();
foreach (var file in app.Services.GetRequiredService<Mirror>().Ignored)
    app.Logger.LogWarning("not served: {File}", file);
app.Run();
return 0;
