using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Cascading;

/// <summary>
/// Two runs a week apart, which the specs of this folder look at and leave as they are. The first run trains and promotes; the second settles the first one's
/// forecasts and keeps the champion.
/// </summary>
[SetUpFixture]
sealed class TwoRuns
{
    public static readonly DateOnly FirstDay = new(2025, 2, 1), SecondDay = new(2025, 2, 8);

    static Cascade? cascade;

    public static Cascade Cascade => cascade!;

    public static Dictionary<Type, Step> First { get; private set; } = [];

    public static Dictionary<Type, Step> Second { get; private set; } = [];

    [OneTimeSetUp]
    public async Task Run()
    {
        cascade = await Cascade.Start();
        First = await cascade.Run(FirstDay);
        Second = await cascade.Run(SecondDay);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (cascade is not null)
            await cascade.DisposeAsync();
    }
}
