using Npgsql;
using Soccer.Api.Problems;

namespace Soccer.Api.Access;

/// <summary>What an endpoint shows to the key that started it, besides the keys with the scope that it needs.</summary>
/// <param name="Scope">The scope that the key must have.</param>
/// <param name="Action">How the audit calls the start.</param>
sealed record OwnScope(string Scope, string Action);

/// <summary>Lets the holder of a key follow what it started, without the scope to read everything.</summary>
static class Ownership
{
    /// <summary>
    /// Opens an endpoint with an id in its path to keys with a scope, each for what it started itself, by its whole id. To all else such a
    /// key
    /// gets the 403 that it would get without, whether or not there is such an id.
    /// </summary>
    public static RouteHandlerBuilder ShowsOwn(this RouteHandlerBuilder endpoint, string scope, string action) =>
        endpoint.WithMetadata(new OwnScope(scope, action)).AddEndpointFilter(Check);

    /// <summary>
    /// Opens a list to keys with a scope, which then has what such a key started itself: the endpoint asks <see cref="OwnerOfList"/>.
    /// </summary>
    public static RouteHandlerBuilder ListsOwn(this RouteHandlerBuilder endpoint, string scope, string action) =>
        endpoint.WithMetadata(new OwnScope(scope, action));

    /// <summary>The key whose things alone the caller may list; null if the caller may list all.</summary>
    public static string? OwnerOfList(this HttpContext http) =>
        Caller.Of(http)! is var caller && caller.Scopes.Contains(Scope.Of(http.GetEndpoint())) ? null : caller.KeyId;

    static async ValueTask<object?> Check(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (http, endpoint) = (context.HttpContext, context.HttpContext.GetEndpoint()!);
        if (Caller.Of(http)!.Scopes.Contains(Scope.Of(endpoint)))
            return await next(context);
        // What is not an id is refused as such. The beginning of one may be another key's.
        var range = IdRange.Read($"{http.GetRouteValue("id")}");
        return range.From == range.To && await Owns(http, endpoint.Metadata.GetRequiredMetadata<OwnScope>(), range.From)
            ? await next(context)
            : Results.Problem(statusCode: StatusCodes.Status403Forbidden);
    }

    static async Task<bool> Owns(HttpContext http, OwnScope own, Guid id)
    {
        var database = http.RequestServices.GetRequiredService<NpgsqlDataSource>();
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        return await AccessSql.Started(connection, Caller.Of(http)!.KeyId, own.Action, $"{id}", http.RequestAborted);
    }
}
