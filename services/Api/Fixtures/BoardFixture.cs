namespace Soccer.Api.Fixtures;

/// <summary>A match of the board: which forecast is told, and its answer from the first time that it was asked for. As long as the key stands, so do the bytes.</summary>
sealed class BoardFixture(FixtureKey key)
{
    readonly Lock turn = new();
    Task<StoredAnswer>? answer;

    public FixtureKey Key => key;

    /// <summary>The answer; requests that come while it is read wait for that one reading. A reading that failed is forgotten: the next request tries again.</summary>
    /// <param name="read">Reads it.</param>
    /// <param name="isOwn">Whether this request is the one that reads.</param>
    public Task<StoredAnswer> Answer(Func<FixtureKey, Task<StoredAnswer>> read, out bool isOwn)
    {
        isOwn = false;
        if (Volatile.Read(ref answer) is { IsCompletedSuccessfully: true } ready)
            return ready;
        lock (turn)
        {
            if (answer is { IsFaulted: false, IsCanceled: false } other)
                return other;
            isOwn = true;
            return answer = read(key);
        }
    }
}
