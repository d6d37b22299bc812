using System.Globalization;
using Soccer.Contracts.Predict.V1;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Cascading;

/// <summary>
/// Matches of the tiny world on both sides of the changes of London's clocks: back on Sunday, 27 October 2024, forward on Sunday, 30
/// March 2025. Each is forecast a minute before its kick-off, and not a minute
/// after it.
/// </summary>
sealed class ClockChangeSpecs
{
    Cascade? cascade;

    [OneTimeSetUp]
    public async Task Start()
    {
        cascade = await Cascade.Start();
        await cascade.Run(new DateOnly(2024, 10, 19));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (cascade is not null)
            await cascade.DisposeAsync();
    }

    [TestCase("Kestcombe City", "2024-10-26", "2024-10-26T14:00:00Z", TestName = "At_three_on_the_last_Saturday_of_summer_time_it_is_two_UTC")]
    [TestCase("Carrowcombe", "2024-10-27", "2024-10-27T16:30:00Z", TestName = "At_half_past_four_on_the_Sunday_after_it_is_half_past_four_UTC")]
    [TestCase("Hathecombe Utd", "2025-03-15", "2025-03-15T15:00:00Z", TestName = "At_three_on_a_Saturday_of_winter_time_it_is_three_UTC")]
    [TestCase("Carrowcombe", "2025-04-05", "2025-04-05T14:00:00Z", TestName = "At_three_on_the_first_Saturday_of_summer_time_it_is_two_UTC")]
    public async Task Kick_off(string home, string day, string kickOff)
    {
        var at = DateTimeOffset.Parse(kickOff, CultureInfo.InvariantCulture).UtcDateTime;
        Assert.That(await Sealed(at.AddMinutes(-1), home, day), Is.EqualTo(3), "a kind each");
        Assert.That(await Sealed(at.AddMinutes(1), home, day), Is.Zero);
    }

    /// <summary>Forecasts of a match after a run at an instant that finds none.</summary>
    async Task<long> Sealed(DateTime instant, string home, string day)
    {
        await cascade!.Database.Execute("truncate predict.forecast, predict._step");
        var refreshed = (PredictionsRefreshed)(await cascade.RunAt(instant))[typeof(PredictionsRefreshed)].Event;
        Assert.That(refreshed.Run.ForecastFrom, Is.EqualTo(instant));
        return await cascade.Database.Value<long>(
            "select count(*) from predict.forecast join validate.team on team_id = home_id where name = @home and date = @day::date", new { home, day });
    }
}
