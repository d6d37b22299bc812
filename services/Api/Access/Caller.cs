namespace Soccer.Api.Access;

/// <summary>Who sent a request: the holder of a key.</summary>
/// <param name="KeyId">The key.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="PerSecond">Requests a second.</param>
sealed record Caller(string KeyId, IReadOnlyCollection<string> Scopes, double PerSecond)
{
    /// <summary>Who sent this request; none where no valid key came with it.</summary>
    public static Caller? Of(HttpContext http) => http.Features.Get<Caller>();

    /// <summary>
    /// Whether this caller may read what a key asked for: the same key and admin keys may. Without an owner (rows of earlier versions),
    /// only admin keys may.
    /// </summary>
    public bool MayRead(string? owner) => owner == KeyId || Scopes.Contains(Scope.Admin);
}
