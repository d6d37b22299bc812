namespace Soccer.Cli.Services;

/// <summary>The query of an address.</summary>
static class Query
{
    /// <summary>?name=value&amp;..., without the names whose value is null; empty if none is left.</summary>
    public static string Of(params (string Name, string? Value)[] parts)
    {
        var known = parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}");
        return string.Join('&', known) is { Length: > 0 } query ? $"?{query}" : "";
    }
}
