using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Hosting.Database;

namespace Soccer.Api.Access;

/// <summary>
/// The keys that open, in memory: all of them, read again when they are a few seconds old. So requests with keys that don't exist cost the database nothing, and every replica forgets a
/// revoked key in that time.
/// </summary>
sealed class KeyRing(NpgsqlDataSource database, IOptions<AccessOptions> options, TimeProvider time, ILogger<KeyRing> log) : IDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>After a database that was away, the next look at it.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    readonly SemaphoreSlim turn = new(1);
    readonly byte[]? admin = options.Value.AdminKey is { } key ? ApiKey.Hash(key) : null;
    Ring? ring;
    (NpgsqlException Reason, DateTimeOffset Until)? away;

    /// <summary>Who holds what was sent as a key; none where it opens nothing.</summary>
    /// <exception cref="NpgsqlException">The database is away, and keys have not been read lately.</exception>
    public async ValueTask<Caller?> Find(string text, CancellationToken cancellation)
    {
        if (admin is not null && CryptographicOperations.FixedTimeEquals(ApiKey.Hash(text), admin))
            return new Caller(Scope.Admin, [.. Scope.Grantable, Scope.Admin], options.Value.AdminPerSecond);
        if (ApiKey.Read(text) is not { } key)
            return null;
        var keys = (await Current(cancellation)).Keys;
        return keys.TryGetValue(key.Id, out var row) && CryptographicOperations.FixedTimeEquals(key.Hash(), row.Hash)
            ? new Caller(row.KeyId, row.Scopes, row.PerSecond)
            : null;
    }

    /// <summary>Lets the next request read the keys, where this replica has changed them itself.</summary>
    /// <param name="revoked">A key that opens nothing any more, whether or not the database can be read.</param>
    public async Task Forget(string? revoked = null)
    {
        // A read that has begun already may not know of the change: it ends first, so that it cannot come over this.
        await turn.WaitAsync();
        if (Volatile.Read(ref ring) is { } known)
            Volatile.Write(ref ring, known with { Keys = known.Keys.Where(key => key.Key != revoked).ToFrozenDictionary(), Until = DateTimeOffset.MinValue });
        turn.Release();
    }

    async ValueTask<Ring> Current(CancellationToken cancellation)
    {
        if (Volatile.Read(ref ring) is { } fresh && time.GetUtcNow() < fresh.Until)
            return fresh;
        await turn.WaitAsync(cancellation);
        try
        {
            var (now, known) = (time.GetUtcNow(), Volatile.Read(ref ring));
            if (known is not null && now < known.Until)
                return known;
            // Those who waited behind one that was left without keys must not ask in vain one after the other.
            if (away is { } lately && now < lately.Until)
                throw new NpgsqlException(lately.Reason.Message, lately.Reason);
            var read = await Read(now, known);
            Volatile.Write(ref ring, read);
            return read;
        }
        finally
        {
            turn.Release();
        }
    }

    async Task<Ring> Read(DateTimeOffset now, Ring? known)
    {
        try
        {
            var rows = await database.Within(Limit, "the keys", AccessSql.Valid);
            return new(rows.ToFrozenDictionary(row => row.KeyId), now, now.AddSeconds(options.Value.KeysForSeconds));
        }
        catch (NpgsqlException reason)
        {
            var next = time.GetUtcNow() + Pause;
            if (known is null || now >= known.ReadAt.AddMinutes(options.Value.KeysWithoutDatabaseMinutes))
            {
                away = (reason, next);
                throw;
            }
            log.LogWarning("keys of {ReadAt} are used on, since the database did not answer: {Reason}", known.ReadAt, reason.Message);
            return known with { Until = next };
        }
    }

    public void Dispose() => turn.Dispose();

    sealed record Ring(FrozenDictionary<string, ValidKeyRow> Keys, DateTimeOffset ReadAt, DateTimeOffset Until);
}
