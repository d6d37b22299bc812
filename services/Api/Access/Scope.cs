namespace Soccer.Api.Access;

/// <summary>What a key lets its holder do.</summary>
static class Scope
{
    /// <summary>Reads everything that is told, but keys and the audit.</summary>
    public const string Read = "read";

    /// <summary>Asks for forecasts of matches.</summary>
    public const string Predict = "predict";

    /// <summary>Starts runs and backtests, and reads those that the same key started.</summary>
    public const string Run = "run";

    /// <summary>Decides on models.</summary>
    public const string Promote = "promote";

    /// <summary>Makes and revokes keys, and reads the audit. Only the operator's own key has it.</summary>
    public const string Admin = "admin";

    /// <summary>What a key can be given.</summary>
    public static readonly string[] Grantable = [Read, Predict, Run, Promote];

    /// <summary>An endpoint that needs another scope than <see cref="Read"/>.</summary>
    public static T Needs<T>(this T endpoint, string scope) where T : IEndpointConventionBuilder => endpoint.WithMetadata(new NeededScope(scope));

    /// <summary>An endpoint that every valid key opens.</summary>
    public static T OpensToAnyKey<T>(this T endpoint) where T : IEndpointConventionBuilder => endpoint.WithMetadata(new AnyScope());

    /// <summary>The scopes each of which is enough for an endpoint, that of what the key itself started among them.</summary>
    public static string[] EnoughFor(IReadOnlyList<object> metadata) => metadata.OfType<AnyScope>().Any()
        ? [.. Grantable, Admin]
        : [Of(metadata), .. metadata.OfType<OwnScope>().Select(own => own.Scope)];

    /// <summary>The scope that an endpoint needs.</summary>
    public static string Of(Endpoint? endpoint) => Of(endpoint?.Metadata ?? []);

    /// <summary>The same by what is said of it.</summary>
    public static string Of(IEnumerable<object> metadata) => metadata.OfType<NeededScope>().LastOrDefault()?.Name ?? Read;
}

/// <summary>The scope that an endpoint needs.</summary>
sealed record NeededScope(string Name);

/// <summary>That any scope is enough.</summary>
sealed record AnyScope;
