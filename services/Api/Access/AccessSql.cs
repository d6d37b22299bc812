using Dapper;
using Npgsql;

namespace Soccer.Api.Access;

// Npgsql calls every array's type Array, so Dapper would not find these constructors by their parameters' types.

/// <summary>A key, without its hash.</summary>
/// <param name="KeyId">Its id, the middle part of the key.</param>
/// <param name="Name">Whose it is or what for.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="PerSecond">Requests a second.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="CreatedBy">The id of the key that made it; admin is the operator's.</param>
/// <param name="RevokedAt">UTC; null while it is valid.</param>
[method: ExplicitConstructor]
public sealed record KeyRow(string KeyId, string Name, string[] Scopes, double PerSecond, DateTime CreatedAt, string CreatedBy, DateTime? RevokedAt);

/// <summary>A key that opens, with what its secret is checked against.</summary>
[method: ExplicitConstructor]
public sealed record ValidKeyRow(string KeyId, byte[] Hash, string[] Scopes, double PerSecond);

/// <summary>Something that somebody changed.</summary>
/// <param name="At">UTC.</param>
/// <param name="KeyId">By which key; admin is the operator's.</param>
/// <param name="Action">start-run, run-backtest, create-key, revoke-key; of the first two also with "(not confirmed)".</param>
/// <param name="Subject">The id of what was started, made or revoked.</param>
public sealed record AuditRow(DateTime At, string KeyId, string Action, string Subject);

/// <summary>Every statement about keys and the audit.</summary>
static class AccessSql
{
    /// <summary>What the audit adds to the action of a command that the broker did not confirm: it may have been started.</summary>
    public const string NotConfirmed = " (not confirmed)";

    /// <summary>Stores a key unless a valid one has its name; whether it did.</summary>
    public static async Task<bool> Create(NpgsqlConnection connection, KeyRow key, byte[] hash, CancellationToken cancellation)
    {
        const string sql = """
            insert into api._key (key_id, name, hash, scopes, per_second, created_at, created_by)
            values (@KeyId, @Name, @hash, @Scopes, @PerSecond, @CreatedAt, @CreatedBy)
            on conflict (name) where revoked_at is null do nothing
            """;
        return await connection.ExecuteAsync(new CommandDefinition(
            sql, new { key.KeyId, key.Name, hash, key.Scopes, key.PerSecond, key.CreatedAt, key.CreatedBy }, cancellationToken: cancellation)) == 1;
    }

    /// <summary>Revokes a valid key; whether there was one.</summary>
    public static async Task<bool> Revoke(NpgsqlConnection connection, string keyId, DateTime at, CancellationToken cancellation)
    {
        const string sql = "update api._key set revoked_at = @at where key_id = @keyId and revoked_at is null";
        return await connection.ExecuteAsync(new CommandDefinition(sql, new { keyId, at }, cancellationToken: cancellation)) == 1;
    }

    /// <summary>All keys, the newest first.</summary>
    public static async Task<IReadOnlyList<KeyRow>> All(NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string sql = "select key_id, name, scopes, per_second, created_at, created_by, revoked_at from api._key order by created_at desc, key_id";
        return [.. await connection.QueryAsync<KeyRow>(new CommandDefinition(sql, cancellationToken: cancellation))];
    }

    /// <summary>Those that open.</summary>
    public static async Task<IReadOnlyList<ValidKeyRow>> Valid(NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string sql = "select key_id, hash, scopes, per_second from api._key where revoked_at is null";
        return [.. await connection.QueryAsync<ValidKeyRow>(new CommandDefinition(sql, cancellationToken: cancellation))];
    }

    /// <summary>Writes down what was changed.</summary>
    public static Task<int> Record(NpgsqlConnection connection, AuditRow row, CancellationToken cancellation)
    {
        const string sql = "insert into api._audit (at, key_id, action, subject) values (@At, @KeyId, @Action, @Subject)";
        return connection.ExecuteAsync(new CommandDefinition(sql, row, cancellationToken: cancellation));
    }

    /// <summary>Whether a key started something.</summary>
    public static Task<bool> Started(
        NpgsqlConnection connection, string keyId, string action, string subject, CancellationToken cancellation)
    {
        const string sql = $"""
            select exists (
                select from api._audit
                where subject = @subject and key_id = @keyId and action in (@action, @action || '{NotConfirmed}')
            )
            """;
        return connection.ExecuteScalarAsync<bool>(
            new CommandDefinition(sql, new { keyId, action, subject }, cancellationToken: cancellation));
    }

    /// <summary>What was changed last, the newest first.</summary>
    public static async Task<IReadOnlyList<AuditRow>> Newest(NpgsqlConnection connection, int most, CancellationToken cancellation)
    {
        const string sql = "select at, key_id, action, subject from api._audit order by audit_id desc limit @most";
        return [.. await connection.QueryAsync<AuditRow>(new CommandDefinition(sql, new { most }, cancellationToken: cancellation))];
    }
}
