namespace Soccer.Hosting.Database;

/// <summary>Something that is asked for often and seldom changes: whoever finds it too old looks again, and all who come meanwhile wait for that one look.</summary>
/// <param name="freshFor">How old a look may be, counted from its beginning.</param>
/// <param name="time">The clock.</param>
public sealed class SharedLook<T>(TimeSpan freshFor, TimeProvider time)
{
    readonly Lock turn = new();
    Look? newest;

    /// <summary>What is so now, or was a moment ago.</summary>
    /// <param name="owner">Handed to <paramref name="look"/>, so that nothing is allocated where no look is due.</param>
    /// <param name="look">Looks. It belongs to all who wait, so that no one of them ends it; after one that failed the next who asks looks again.</param>
    public Task<T> Now<TOwner>(TOwner owner, Func<TOwner, Task<T>> look)
    {
        if (Volatile.Read(ref newest) is { } last && IsGood(last))
            return last.Found;
        lock (turn)
        {
            if (newest is { } other && IsGood(other))
                return other.Found;
            // Its age counts from before it was read.
            var next = new Look(time.GetTimestamp(), look(owner));
            Volatile.Write(ref newest, next);
            return next.Found;
        }
    }

    bool IsGood(Look look) => !look.Found.IsCompleted || (look.Found.IsCompletedSuccessfully && time.GetElapsedTime(look.At) < freshFor);

    /// <param name="At">The monotonic timestamp at which it began.</param>
    /// <param name="Found">What it found.</param>
    sealed record Look(long At, Task<T> Found);
}
