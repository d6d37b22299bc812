using System.Runtime.CompilerServices;

namespace Soccer.Services.Tests.Scratch;

/// <summary>Waits for what happens beside the test, by looking again and again until it has.</summary>
static class Eventually
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Fails if it has not happened in 30 s.</summary>
    public static async Task Happens(Func<Task<bool>> happened, [CallerArgumentExpression(nameof(happened))] string what = "")
    {
        for (var began = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(began) < Limit; await Task.Delay(5))
            if (await happened())
                return;
        throw new AssertionException($"not in 30 s: {what}");
    }
}
