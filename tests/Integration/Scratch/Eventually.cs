namespace Soccer.Integration.Tests.Scratch;

/// <summary>Waits for what other processes do, by looking again and again until it is there.</summary>
static class Eventually
{
    /// <summary>Fails where it has not happened in time.</summary>
    public static Task Happens(string what, Func<Task<bool>> happened, TimeSpan limit) => Happens(() => what, happened, limit);

    /// <summary>The same, with words that tell how things stand in the end.</summary>
    public static async Task Happens(Func<string> what, Func<Task<bool>> happened, TimeSpan limit)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await happened())
        {
            var waited = TimeProvider.System.GetElapsedTime(began);
            if (waited > limit)
                throw new TimeoutException($"not in {limit.TotalSeconds} s: {what()}");
            // The longer it takes, the more seldom: looking takes time from what is waited for.
            await Task.Delay(Math.Clamp((int)(waited.TotalMilliseconds / 40), 50, 500));
        }
    }
}
