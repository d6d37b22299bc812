using System.Runtime.CompilerServices;

namespace Soccer.Api.Tests;

/// <summary>Waits for what happens beside the test, by looking again and again until it has.</summary>
static class Eventually
{
    /// <summary>Fails where it has not happened in 30 s.</summary>
    public static Task Happens(Func<Task<bool>> happened, [CallerArgumentExpression(nameof(happened))] string what = "") =>
        Seen(async () => await happened() ? true : (bool?)null, what);

    /// <summary>What is there at last.</summary>
    public static async Task<T> Seen<T>(Func<Task<T?>> look, [CallerArgumentExpression(nameof(look))] string what = "") where T : struct
    {
        for (var began = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(30); await Task.Delay(5))
            if (await look() is { } seen)
                return seen;
        throw new AssertionException($"not in 30 s: {what}");
    }
}
