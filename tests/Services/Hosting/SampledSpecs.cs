using Microsoft.Extensions.Logging.Abstractions;
using Soccer.Hosting;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Hosting;

/// <summary>Values that are read in the background for instruments.</summary>
sealed class SampledSpecs
{
    readonly JumpingClock clock = new(new(2025, 2, 1, 12, 0, 0, TimeSpan.Zero), limit: TimeSpan.MaxValue);

    [Test]
    public void There_is_none_before_the_first_look() => Assert.That(Of(_ => Task.FromResult(1)).TryGet(out _), Is.False);

    [Test]
    public async Task The_last_value_is_told_while_a_look_takes_its_time()
    {
        var (looks, second) = (0, new TaskCompletionSource<int>());
        var sampled = Of(_ => ++looks == 1 ? Task.FromResult(1) : second.Task);
        await sampled.Take(CancellationToken.None);
        var taking = sampled.Take(CancellationToken.None);
        Assert.That(sampled.TryGet(out var value) ? value : 0, Is.EqualTo(1));
        second.SetResult(2);
        await taking;
        Assert.That(sampled.TryGet(out value) ? value : 0, Is.EqualTo(2));
    }

    [Test]
    public async Task A_value_that_is_too_old_is_not_told()
    {
        var sampled = Of(_ => Task.FromResult(1));
        await sampled.Take(CancellationToken.None);
        clock.Move(Sampled<int>.GoodFor);
        Assert.That(sampled.TryGet(out _), Is.True);
        clock.Move(TimeSpan.FromSeconds(1));
        Assert.That(sampled.TryGet(out _), Is.False);
    }

    [Test]
    public async Task It_is_looked_again_after_a_look_that_failed()
    {
        using var stop = new CancellationTokenSource();
        var looks = 0;
        var sampled = Of(_ => ++looks switch
        {
            1 => Task.FromException<int>(new IOException("the line is cut")),
            2 => Task.FromResult(2),
            _ => Stop(),
        });
        Assert.That(() => sampled.Keep(stop.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(sampled.TryGet(out var value) ? value : 0, Is.EqualTo(2));
        Assert.That(clock.Waits, Is.EqualTo(new[] { Sampled<int>.Period, Sampled<int>.Period }));

        async Task<int> Stop()
        {
            await stop.CancelAsync();
            throw new OperationCanceledException(stop.Token);
        }
    }

    Sampled<int> Of(Func<CancellationToken, Task<int>> look) => new("a figure", look, clock, NullLogger.Instance);
}
