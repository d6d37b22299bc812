using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Api.OpenApi;
using Soccer.Api.Problems;

namespace Soccer.Api.Access;

/// <summary>A key to make.</summary>
/// <param name="Name">Whose it is or what for: 1 to 100 characters; no two valid keys have the same.</param>
/// <param name="Scopes">read, predict, run, promote.</param>
/// <param name="PerSecond">Requests a second, .1 to 100,000; the configured rate where it is left out.</param>
public sealed record KeyRequest(
    [property: StringLength(KeyRequest.MaxName, MinimumLength = 1)] string? Name, string[]? Scopes,
    [property: Range(KeyRequest.LeastPerSecond, KeyRequest.MostPerSecond)] double? PerSecond = null)
{
    internal const int MaxName = 100;
    internal const double LeastPerSecond = 0.1, MostPerSecond = 100_000;
}

/// <summary>A new key.</summary>
/// <param name="Id">Names it, and is no secret.</param>
/// <param name="Key">What its holder sends as Authorization: Bearer KEY. Told once; only its hash is stored.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="PerSecond">Requests a second.</param>
public sealed record KeyCreated(string Id, string Key, string Name, string[] Scopes, double PerSecond)
{
    /// <summary>The key: id by the name that it has from v2 on, and in the list of keys.</summary>
    public string KeyId => Id;
}

/// <summary>All keys, the newest first.</summary>
/// <param name="Keys">The keys, revoked ones too; never their secrets.</param>
public sealed record KeyList(IReadOnlyList<KeyRow> Keys);

/// <summary>What was changed, the newest first.</summary>
/// <param name="Audit">The changes.</param>
public sealed record AuditList(IReadOnlyList<AuditRow> Audit);

/// <summary>Makes, lists and revokes keys, and tells the audit: the operator's own.</summary>
static class KeyEndpoints
{
    const int AuditRows = 100, MostAuditRows = 1_000;

    public static void MapKeys(this WebApplication app)
    {
        var keys = app.MapGroup("/v1/keys").WithTags("Access").Needs(Scope.Admin);
        keys.MapPost("/", Create)
            .WithSummary("Create a key").WithDescription("The response has the key, once; only its hash is stored.")
            .Produces<KeyCreated>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        keys.MapGet("/", List).WithSummary("List keys").WithDescription("The newest first, revoked ones too; never their secrets.").Produces<KeyList>();
        keys.MapDelete("/{id}", Revoke).TakesText("id", "The key's id: the middle part of the key.")
            .WithSummary("Revoke a key").WithDescription("A few seconds later it opens nothing.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
        app.MapGet("/v1/audit", Audit).WithTags("Access").Needs(Scope.Admin).TakesCount("limit", AuditRows, MostAuditRows, "Rows at most.")
            .WithSummary("Show the audit").WithDescription("The newest first.")
            .Produces<AuditList>().ProducesProblem(StatusCodes.Status400BadRequest);
    }

    static async Task<IResult> Create(
        KeyRequest request, NpgsqlDataSource database, ActiveKeys keys, AuditLog audit, IOptions<AccessOptions> options, TimeProvider time, HttpContext http,
        CancellationToken cancellation)
    {
        var name = request.Name?.Trim() ?? "";
        if (name.Length is 0 or > KeyRequest.MaxName)
            throw new InvalidInputException("name", request.Name, $"name must say in 1 to {KeyRequest.MaxName} characters whose key it is");
        string[] scopes = [.. (request.Scopes ?? []).Distinct()];
        if (scopes.Length == 0 || scopes.Any(scope => !Scope.Grantable.Contains(scope)))
            throw new InvalidInputException("scopes", string.Join(',', scopes), "a key has one or more of the scopes under suggestions", Scope.Grantable);
        var perSecond = request.PerSecond ?? options.Value.PerSecond;
        if (!(perSecond is >= KeyRequest.LeastPerSecond and <= KeyRequest.MostPerSecond))
            throw new InvalidInputException("perSecond", $"{perSecond}", $"write a rate from {KeyRequest.LeastPerSecond} to {KeyRequest.MostPerSecond} requests a second");
        if (request.PerSecond is > 1 && perSecond % 1 != 0)
            throw new InvalidInputException("perSecond", $"{perSecond}", "write a whole number of requests a second, or, for less than one a second, a part of 1 such as 0.1");
        var key = ApiKey.Create();
        var row = new KeyRow(key.Id, name, scopes, perSecond, time.GetUtcNow().UtcDateTime, Caller.Of(http)!.KeyId, null);
        // Whoever hangs up now has made it all the same.
        await using (var connection = await database.OpenConnectionAsync(cancellation))
            if (!await AccessSql.Create(connection, row, key.Hash(), CancellationToken.None))
                return ProblemTypes.Conflict.Answer($"there is a valid key named '{name}': choose another name, or revoke that key first");
        await keys.Refresh();
        await audit.Record(http, "create-key", key.Id);
        return Results.Created($"/v1/keys/{key.Id}", new KeyCreated(key.Id, key.Text, name, scopes, perSecond));
    }

    static async Task<KeyList> List(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return new(await AccessSql.All(connection, cancellation));
    }

    static async Task<IResult> Revoke(
        string id, NpgsqlDataSource database, ActiveKeys keys, AuditLog audit, TimeProvider time, HttpContext http, CancellationToken cancellation)
    {
        await using (var connection = await database.OpenConnectionAsync(cancellation))
            if (!await AccessSql.Revoke(connection, id, time.GetUtcNow().UtcDateTime, CancellationToken.None))
                return ProblemTypes.NotFound.Answer($"there is no valid key {Input.Shown(id)}; GET /v1/keys lists them all");
        await keys.Refresh(revokedId: id);
        await audit.Record(http, "revoke-key", id);
        return Results.NoContent();
    }

    static async Task<AuditList> Audit(string? limit, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var most = Input.Count("limit", limit, AuditRows, MostAuditRows);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return new(await AccessSql.Newest(connection, most, cancellation));
    }
}
