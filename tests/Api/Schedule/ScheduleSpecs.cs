using System.ComponentModel.DataAnnotations;
using MassTransit;
using MassTransit.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Ingest.V1;
using Soccer.Schedule;

namespace Soccer.Api.Tests.Schedule;

public sealed class ScheduleSpecs
{
    [Test]
    public async Task Sends_each_command_on_its_cron()
    {
        await using var host = new ScheduleHost("* * * * * ?", "* * * * * ?");
        using var http = host.CreateClient();
        var bus = host.Services.GetRequiredService<ITestHarness>();
        var start = (await bus.Consumed.SelectAsync<StartRun>().First()).Context;
        Assert.That(start.Message with { RunId = null }, Is.EqualTo(new StartRun(null, Reason: "scheduled", Requester: "schedule")));
        Assert.That(start.ConversationId, Is.EqualTo(start.Message.RunId));
        Assert.That((await bus.Consumed.SelectAsync<CheckDrift>().First()).Context.Message.Requester, Is.EqualTo("schedule"));
    }

    [Test]
    public async Task An_empty_cron_is_never()
    {
        await using var host = new ScheduleHost("", "* * * * * ?");
        using var http = host.CreateClient();
        var bus = host.Services.GetRequiredService<ITestHarness>();
        await bus.Consumed.SelectAsync<CheckDrift>().First();
        Assert.That(bus.Consumed.Select<StartRun>(new CancellationToken(canceled: true)), Is.Empty);
    }

    [Test]
    public async Task Follows_the_clock_of_a_world_that_lives_on_in_the_place_of_the_cron()
    {
        // The day takes ten seconds, and its first hour is over in a moment.
        await using var host = new ScheduleHost("", "", ("Schedule:Live:DayLength", "00:00:10"), ("Schedule:Live:Hours", "1"));
        using var http = host.CreateClient();
        var bus = host.Services.GetRequiredService<ITestHarness>();
        Assert.That((await bus.Consumed.SelectAsync<StartRun>().First()).Context.Message.AsOf, Is.Null);
    }

    // A day of an hour that began at noon: seven o'clock is 17.5 minutes on, noon 30, five o'clock 42.5.
    [TestCase("12:00:00", new[] { "12:17:30", "12:30:00", "12:42:30" })]
    [TestCase("12:17:30", new[] { "12:17:30", "12:30:00", "12:42:30" })]
    [TestCase("12:20:00", new[] { "13:17:30", "12:30:00", "12:42:30" })]
    [TestCase("23:50:00", new[] { "00:17:30", "00:30:00", "00:42:30" })]
    public void Runs_start_at_the_hours_of_the_world_s_day(string now, string[] starts)
    {
        var noon = new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);
        var live = new LiveOptions { DayLength = TimeSpan.FromHours(1), Began = noon, Hours = "7,12,17" };
        var at = noon.Date.Add(TimeSpan.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        Assert.That(live.Next(new DateTimeOffset(at, TimeSpan.Zero)).Select(start => start.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(starts));
    }

    // It only sends: no queue of its own would notice that the broker is away.
    [Test]
    public async Task Is_not_ready_without_a_broker()
    {
        await using var host = new BrokerlessHost();
        using var http = host.CreateClient();
        var ready = await http.GetAsync("/health/ready");
        Assert.That(ready.StatusCode, Is.EqualTo(System.Net.HttpStatusCode.ServiceUnavailable), await ready.Content.ReadAsStringAsync());
    }

    [TestCase("25")]
    [TestCase("seven")]
    public void Hours_that_no_day_has_are_refused(string hours)
    {
        var results = new List<System.ComponentModel.DataAnnotations.ValidationResult>();
        var live = new LiveOptions { Hours = hours };
        var isValid = Validator.TryValidateObject(live, new ValidationContext(live), results, validateAllProperties: true);
        Assert.That((isValid, results.FirstOrDefault()?.ErrorMessage), Is.EqualTo((false, "Invalid Schedule:Live:Hours. Use hours such as 7,12,17")));
    }

    [Test]
    public void The_default_is_seven_in_the_morning_in_London() => Assert.That(Wrong(new ScheduleOptions()), Is.Empty);

    [Test]
    public void A_wrong_cron_is_named() =>
        Assert.That(Wrong(new ScheduleOptions { Run = "daily" }).Single(), Does.StartWith("Schedule:Run is 'daily': write a cron expression with seconds first"));

    static string[] Wrong(ScheduleOptions options)
    {
        var results = new List<System.ComponentModel.DataAnnotations.ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return [.. results.Select(result => result.ErrorMessage!)];
    }

    /// <summary>The program with the bus that it has in earnest, where no broker listens.</summary>
    sealed class BrokerlessHost : WebApplicationFactory<ScheduleOptions>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseSetting("Schedule:Run", "").UseSetting("Bus:Port", "1").UseSetting("Bus:Username", "none").UseSetting("Bus:Password", "none");
    }

    sealed class ScheduleHost(string run, string checkDrift, params (string Key, string Value)[] settings) : WebApplicationFactory<ScheduleOptions>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("Schedule:Run", run).UseSetting("Schedule:CheckDrift", checkDrift).UseSetting("Bus:Username", "none").UseSetting("Bus:Password", "none");
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            builder.ConfigureTestServices(services => services.AddMassTransitTestHarness(bus =>
            {
                bus.SetTestTimeouts(testInactivityTimeout: TimeSpan.FromSeconds(20));
                bus.AddHandler((ConsumeContext<StartRun> _) => Task.CompletedTask).Endpoint(endpoint => endpoint.Name = StartRun.Queue);
                bus.AddHandler((ConsumeContext<CheckDrift> _) => Task.CompletedTask).Endpoint(endpoint => endpoint.Name = CheckDrift.Queue);
            }));
        }
    }
}
