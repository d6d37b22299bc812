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

    sealed class ScheduleHost(string run, string checkDrift) : WebApplicationFactory<ScheduleOptions>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("Schedule:Run", run).UseSetting("Schedule:CheckDrift", checkDrift).UseSetting("Bus:Username", "none").UseSetting("Bus:Password", "none");
            builder.ConfigureTestServices(services => services.AddMassTransitTestHarness(bus =>
            {
                bus.SetTestTimeouts(testInactivityTimeout: TimeSpan.FromSeconds(20));
                bus.AddHandler((ConsumeContext<StartRun> _) => Task.CompletedTask).Endpoint(endpoint => endpoint.Name = StartRun.Queue);
                bus.AddHandler((ConsumeContext<CheckDrift> _) => Task.CompletedTask).Endpoint(endpoint => endpoint.Name = CheckDrift.Queue);
            }));
        }
    }
}
