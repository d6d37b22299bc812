using System.Runtime.CompilerServices;

namespace Soccer.Api.Tests;

/// <summary>Waits for what happens beside the test, by looking again and again until it has.</summary>
static class Eventually
{
    /// <summary>Fails where it has not happened in 30 s.</summary>
    public static async Task Happens(Func<Task<bool>> happened, [CallerArgumentExpression(nameof(happened))] string what = "")
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await happened())
        {
            Assert.That(TimeProvider.System.GetElapsedTime(began), Is.LessThan(TimeSpan.FromSeconds(30)), what);
            await Task.Delay(5);
        }
    }
}
