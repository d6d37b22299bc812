using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Soccer.Api.Problems;

/// <summary>Holds the server to the <see cref="LimitOptions"/>.</summary>
static class Limits
{
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public static void AddLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<LimitOptions>().BindConfiguration("Limits").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<LimitOptions>>((kestrel, limits) => Set(kestrel, limits.Value));
    }

    /// <summary>An operation whose body may have many matches.</summary>
    public static T TakesManyMatches<T>(this T endpoint) where T : IEndpointConventionBuilder => endpoint.WithMetadata(new ManyMatches());

    /// <summary>Lets an operation's body be as large as it may be.</summary>
    public static void SizeBody(HttpContext http, Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<ManyMatches>() is not null && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = http.RequestServices.GetRequiredService<IOptions<LimitOptions>>().Value.MatchesBodyBytes;
    }

    static void Set(KestrelServerOptions kestrel, LimitOptions limits)
    {
        var rate = new MinDataRate(limits.BytesPerSecond, Grace);
        // Which server this is helps nobody but who looks for its holes.
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = limits.BodyBytes;
        kestrel.Limits.MaxRequestLineSize = limits.AddressBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = limits.HeaderBytes;
        kestrel.Limits.MaxRequestHeaderCount = limits.Headers;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(limits.HeaderSeconds);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(limits.IdleSeconds);
        kestrel.Limits.MinRequestBodyDataRate = rate;
        kestrel.Limits.MinResponseDataRate = rate;
        kestrel.Limits.MaxConcurrentConnections = limits.Connections;
    }

    sealed class ManyMatches;
}
