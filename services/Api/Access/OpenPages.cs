namespace Soccer.Api.Access;

/// <summary>The pages that are readable without a key. They describe the Api and hold no data.</summary>
static class OpenPages
{
    /// <summary>Opens a page to callers without a key.</summary>
    public static T Open<T>(this T page) where T : IEndpointConventionBuilder => page.AllowAnonymous().ExcludeFromDescription().WithMetadata(new Mark());

    /// <summary>Whether an endpoint is one.</summary>
    public static bool IsOne(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<Mark>() is not null;

    sealed class Mark;
}
