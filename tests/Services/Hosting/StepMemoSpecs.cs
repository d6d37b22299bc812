using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Soccer.Contracts;
using Soccer.Hosting;
using Soccer.Hosting.Database;
using Soccer.Promote;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Hosting;

/// <summary>The memory of steps, in the schema of a service that keeps none.</summary>
sealed class StepMemoSpecs
{
    readonly JumpingClock clock = new(new DateTimeOffset(2025, 2, 1, 12, 0, 0, TimeSpan.Zero), TimeSpan.MaxValue);

    ScratchDatabase? scratch;
    StageHost? stage;
    int computed;

    StepMemo Memo => stage!.Services.GetRequiredService<StepMemo>();

    [OneTimeSetUp]
    public async Task Start()
    {
        scratch = await ScratchDatabase.Create();
        stage = StageHost.Of<PromoteModelConsumer>("promote", scratch, replace: services => services.AddSingleton<TimeProvider>(clock));
        await stage.Services.GetRequiredService<Migrator>().Completed;
    }

    [SetUp]
    public async Task Forget()
    {
        computed = 0;
        await scratch!.Execute("truncate promote._step");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (stage is not null)
            await stage.DisposeAsync();
        if (scratch is not null)
            await scratch.DisposeAsync();
    }

    [Test]
    public async Task Decides_once_whatever_the_code_of_the_replica_that_asks()
    {
        var (first, _) = await Decide("yes");
        // As a version before left it: with the code's version in the key.
        await scratch!.Execute("update promote._step set key = 'of other code', code_version = 'older'");
        var (second, _) = await Decide("no");
        await scratch!.Execute("update promote._step set code_version = 'older' where key <> 'of other code'");
        var (third, _) = await Decide("never");
        Assert.That((first, second, third), Is.EqualTo(("yes", "yes", "yes")));
        clock.Move(TimeSpan.FromDays(8));
        await scratch!.Execute("update promote._step set key = 'of other code ' || key");
        Assert.That((await Decide("later")).Result, Is.EqualTo("later"), "a decision of the older key counts for a week");

        Task<(string Result, StepTime Time)> Decide(string answer) => Memo.Decide("decision", new { Run = 7 }, _ => Task.FromResult(answer), default);
    }

    [Test]
    public async Task Computes_once_and_remembers_with_the_time_that_it_took()
    {
        var began = clock.GetUtcNow().UtcDateTime;
        var (first, took) = await Run("a", "hash");
        var (second, again) = await Run("a", "another hash");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((first, second, computed), Is.EqualTo((new Result("hash", 1), new Result("hash", 1), 1)));
            Assert.That(took, Is.EqualTo(new StepTime(Code, began, 1.5, Remembered: false)));
            Assert.That(again, Is.EqualTo(new StepTime(Code, began.AddSeconds(1.5), 0, Remembered: true)));
        }
    }

    [Test]
    public async Task Computes_again_for_other_inputs_another_step_and_other_code()
    {
        await Run("a", "hash");
        await Run("b", "hash");
        await Memo.Run("another step", new { Input = "a" }, false, result => result.Hash, _ => Compute("hash"), CancellationToken.None);
        var services = stage!.Services;
        var other = new StepMemo(
            services.GetRequiredService<NpgsqlDataSource>(), new ServiceIdentity("promote", "other code"), clock, services.GetRequiredService<ServiceMeter>());
        await other.Run("step", new { Input = "a" }, false, result => result.Hash, _ => Compute("hash"), CancellationToken.None);
        Assert.That(computed, Is.EqualTo(4));
    }

    [Test]
    public async Task Computes_again_where_it_is_forced_and_the_stored_result_stands()
    {
        await Run("a", "hash");
        var (forced, took) = await Run("a", "hash", force: true);
        var (after, _) = await Run("a", "hash");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((forced, took.Remembered, computed), Is.EqualTo((new Result("hash", 2), false, 2)));
            Assert.That(after, Is.EqualTo(new Result("hash", 1)));
        }
    }

    [Test]
    public async Task Fails_loudly_where_a_forced_computation_gives_another_result()
    {
        await Run("a", "hash");
        var error = (await Assert.ThrowsAsync<StepNotReproducedException>(() => Run("a", "other", force: true)))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Is.EqualTo("step gave other where the same inputs and code had given hash; the stored result stands"));
            Assert.That((await Run("a", "any")).Result, Is.EqualTo(new Result("hash", 1)));
        }
    }

    [Test]
    public async Task Compares_nothing_where_a_step_has_no_hash()
    {
        await Run("a", "");
        Assert.That((await Run("a", "another", force: true)).Result.Hash, Is.EqualTo("another"));
    }

    [Test]
    public async Task Remembers_nothing_of_a_computation_that_failed()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Memo.Run(
            "step", new { Input = "a" }, false, (Result result) => result.Hash, _ => throw new InvalidOperationException("it fell over"), CancellationToken.None));
        Assert.That((await Run("a", "hash")).Time.Remembered, Is.False);
    }

    [Test]
    public async Task Says_one_result_where_two_compute_at_once()
    {
        var both = new TaskCompletionSource();
        async Task<Result> Meet(int number)
        {
            if (Interlocked.Increment(ref computed) == 2)
                both.SetResult();
            await both.Task;
            return new Result("hash", number);
        }

        Task<(Result Result, StepTime)> Compute(int number) => Memo.Run("step", new { Input = "a" }, false, result => result.Hash, _ => Meet(number), CancellationToken.None);
        var said = await Task.WhenAll(Compute(1), Compute(2));
        Assert.That(said[1].Result, Is.EqualTo(said[0].Result));
        Assert.That(await scratch!.Value<long>("select count(*) from promote._step"), Is.EqualTo(1));
    }

    string Code => stage!.Services.GetRequiredService<ServiceIdentity>().CodeVersion;

    Task<(Result Result, StepTime Time)> Run(string input, string hash, bool force = false) =>
        Memo.Run("step", new { Input = input }, force, result => result.Hash, _ => Compute(hash), CancellationToken.None);

    Task<Result> Compute(string hash)
    {
        clock.Move(TimeSpan.FromSeconds(1.5));
        return Task.FromResult(new Result(hash, ++computed));
    }

    sealed record Result(string Hash, int Computation);
}
