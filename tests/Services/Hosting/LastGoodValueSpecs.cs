using Microsoft.Extensions.Logging.Abstractions;
using Soccer.Hosting.Database;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Hosting;

sealed class LastGoodValueSpecs
{
    static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    readonly List<string?> reads = [];

    [SetUp]
    public void Forget() => reads.Clear();

    [Test]
    public async Task Concurrent_callers_share_one_read()
    {
        var arrival = new TaskCompletionSource<string>();
        using var value = Value(Long, Long, Long, _ => arrival.Task);
        var asked = Enumerable.Range(0, 20).Select(_ => value.Get(default).AsTask()).ToArray();
        arrival.SetResult("a");
        Assert.That(await Task.WhenAll(asked), Is.All.EqualTo("a"));
        Assert.That(reads, Is.EqualTo(new string?[] { null }));
    }

    [Test]
    public async Task A_caller_who_hangs_up_does_not_end_the_read_for_others()
    {
        var arrival = new TaskCompletionSource<string>();
        using var value = Value(Long, Long, Long, _ => arrival.Task);
        using var hangUp = new CancellationTokenSource();
        var first = value.Get(hangUp.Token).AsTask();
        var second = value.Get(default).AsTask();
        await hangUp.CancelAsync();
        Assert.That(async () => await first, Throws.InstanceOf<OperationCanceledException>());
        arrival.SetResult("a");
        Assert.That((await second, reads.Count), Is.EqualTo(("a", 1)));
    }

    [Test]
    public async Task The_last_value_stands_in_while_reads_fail()
    {
        using var value = Value(TimeSpan.Zero, Long, Long, last => last is null ? Task.FromResult("a") : Failure());
        Assert.That(await value.Get(default), Is.EqualTo("a"));
        Assert.That(await value.Get(default), Is.EqualTo("a"));
        Assert.That(await value.Get(default), Is.EqualTo("a"));
        Assert.That(reads, Is.EqualTo(new[] { null, "a" }), "a failed read is not repeated within the pause");
    }

    [Test]
    public async Task Without_a_value_those_who_waited_for_a_failed_read_do_not_repeat_it()
    {
        var arrival = new TaskCompletionSource<string>();
        using var value = Value(Long, Long, Long, _ => arrival.Task);
        var asked = Enumerable.Range(0, 20).Select(_ => value.Get(default).AsTask()).ToArray();
        arrival.SetException(new IOException("the line is cut"));
        Assert.That(await Task.WhenAll(asked), Is.All.Null);
        Assert.That(reads, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_value_does_not_stand_in_for_longer_than_it_is_usable()
    {
        using var value = Value(TimeSpan.Zero, TimeSpan.FromMilliseconds(50), TimeSpan.Zero, last =>
            last is null && reads.Count == 1 ? Task.FromResult("a") : Failure());
        Assert.That(await value.Get(default), Is.EqualTo("a"));
        await Eventually.Happens(async () => await value.Get(default) is null);
    }

    [Test]
    public async Task Expiring_waits_for_the_read_under_way_and_lets_the_next_caller_read_again()
    {
        var arrival = new TaskCompletionSource<string>();
        using var value = Value(Long, Long, Long, last => last is null ? arrival.Task : Task.FromResult("new"));
        var reading = value.Get(default).AsTask();
        var expiring = value.Expire();
        Assert.That(expiring.IsCompleted, Is.False);
        arrival.SetResult("old");
        await expiring;
        Assert.That((await reading, await value.Get(default)), Is.EqualTo(("old", "new")));
    }

    LastGoodValue<string> Value(TimeSpan freshFor, TimeSpan usableFor, TimeSpan pause, Func<string?, Task<string>> read) =>
        new(freshFor, usableFor, pause, last =>
        {
            reads.Add(last);
            return read(last);
        }, "Letters", NullLogger.Instance);

    static Task<string> Failure() => Task.FromException<string>(new IOException("the line is cut"));
}
