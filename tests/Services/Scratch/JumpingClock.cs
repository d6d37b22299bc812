namespace Soccer.Services.Tests.Scratch;

/// <summary>
/// A clock that stands until somebody waits, and then jumps to the end of the wait. Timers of one length are time limits: nobody waits for them, they fire
/// where a wait jumps past them.
/// </summary>
sealed class JumpingClock(DateTimeOffset start, TimeSpan limit) : TimeProvider
{
    readonly Lock gate = new();
    readonly List<TimeSpan> waits = [];
    readonly List<Timer> limits = [];
    DateTimeOffset now = start;

    /// <summary>What was waited for, in order.</summary>
    public TimeSpan[] Waits
    {
        get
        {
            lock (gate)
                return [.. waits];
        }
    }

    /// <summary>Goes ahead without anybody waiting.</summary>
    public void Move(TimeSpan by)
    {
        lock (gate)
            now += by;
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    void Set(Timer timer, TimeSpan due)
    {
        List<Timer> fired = [];
        lock (gate)
        {
            limits.Remove(timer);
            if (due == Timeout.InfiniteTimeSpan)
                return;
            timer.Due = now + due;
            if (due == limit)
            {
                limits.Add(timer);
                return;
            }
            waits.Add(due);
            now += due;
            fired.AddRange(limits.Where(passed => passed.Due <= now));
            limits.RemoveAll(fired.Contains);
            fired.Add(timer);
        }
        ThreadPool.QueueUserWorkItem(_ => fired.ForEach(passed => passed.Fire()));
    }

    sealed class Timer(JumpingClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
