using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Hosting.Database;

namespace Soccer.Api.Access;

/// <summary>
/// All active API keys, refreshed every few seconds. So requests with unknown keys cost the database nothing, and every replica drops a
/// revoked key within that time.
/// </summary>
sealed class ActiveKeys(NpgsqlDataSource database, IOptions<AccessOptions> options, ILogger<ActiveKeys> log) : IDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(2), Pause = TimeSpan.FromSeconds(2);

    readonly byte[]? admin = options.Value.AdminKey is { } key ? ApiKey.Hash(key) : null;

    /// <summary>Keys revoked at this replica: they stay revoked although the database cannot be read.</summary>
    readonly ConcurrentDictionary<string, bool> revoked = [];

    readonly LastGoodValue<FrozenDictionary<string, ValidKeyRow>> active = new(
        TimeSpan.FromSeconds(options.Value.KeysForSeconds), TimeSpan.FromMinutes(options.Value.KeysWithoutDatabaseMinutes), Pause,
        async _ => (await database.Within(Limit, "the keys", AccessSql.Valid)).ToFrozenDictionary(row => row.KeyId), "API keys", log);

    /// <summary>The holder of a key; null if the key is not active.</summary>
    /// <exception cref="NpgsqlException">The database is away, and keys have not been read lately.</exception>
    public async ValueTask<Caller?> Find(string text, CancellationToken cancellation)
    {
        if (admin is not null && CryptographicOperations.FixedTimeEquals(ApiKey.Hash(text), admin))
            return new Caller(Scope.Admin, [.. Scope.Grantable, Scope.Admin], options.Value.AdminPerSecond);
        if (ApiKey.Read(text) is not { } key)
            return null;
        var keys = await active.Get(cancellation) ?? throw new NpgsqlException("the API keys could not be read");
        return keys.TryGetValue(key.Id, out var row) && CryptographicOperations.FixedTimeEquals(key.Hash(), row.Hash) && !revoked.ContainsKey(key.Id)
            ? new Caller(row.KeyId, row.Scopes, row.PerSecond)
            : null;
    }

    /// <summary>Lets the next request read the keys, after this replica has created or revoked one.</summary>
    public Task Refresh(string? revokedId = null)
    {
        if (revokedId is not null)
            revoked[revokedId] = true;
        return active.Expire();
    }

    public void Dispose() => active.Dispose();
}
