namespace Soccer.Integration.Tests.Scratch;

/// <summary>Waits for what other processes do, by looking again and again until it is there.</summary>
static class Eventually
{
    /// <summary>Fails where it has not happened in time.</summary>
    public static Task Happens(string what, Func<Task<bool>> happened, TimeSpan limit) => Happens(() => what, happened, limit);

    /// <summary>The same, with words that tell how things stand in the end.</summary>
    public static async Task Happens(Func<string> what, Func<Task<bool>> happened, TimeSpan limit)
    {
        var deadline = TimeProvider.System.GetUtcNow() + limit;
        while (!await happened())
        {
            if (TimeProvider.System.GetUtcNow() > deadline)
                throw new TimeoutException($"not in {limit.TotalSeconds} s: {what()}");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }
}
