using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Soccer.Api.Access;

/// <summary>Lets in who sends a valid key as Authorization: Bearer KEY (RFC 6750).</summary>
sealed class KeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ActiveKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Bearer = "Bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization.ToString() is not { Length: > 0 } header)
            return AuthenticateResult.NoResult();
        if (!header.StartsWith($"{Bearer} ", StringComparison.OrdinalIgnoreCase) || await keys.Find(header[(Bearer.Length + 1)..].Trim(), Context.RequestAborted) is not { } caller)
            return AuthenticateResult.Fail("the key opens nothing");
        Context.Features.Set(caller);
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, caller.KeyId)], Scheme.Name);
        return AuthenticateResult.Success(new(new(identity), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer realm=\"soccer\"";
        return base.HandleChallengeAsync(properties);
    }
}

/// <summary>That the caller's key has the scope that the endpoint needs.</summary>
sealed class ScopeRequirement : AuthorizationHandler<ScopeRequirement>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        // A path that there is not, or that takes another method or body, is told so whatever the key may do.
        if (context.Resource is HttpContext http && Caller.Of(http) is { } caller
            && (http.GetEndpoint() is not RouteEndpoint endpoint || MayCall(caller, endpoint)))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }

    /// <summary>Whether the key may call an endpoint; one that shows a key what it started checks for itself that it did.</summary>
    static bool MayCall(Caller caller, RouteEndpoint endpoint) =>
        Scope.EnoughFor(endpoint.Metadata).Any(caller.Scopes.Contains);
}
