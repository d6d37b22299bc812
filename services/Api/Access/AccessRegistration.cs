using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Soccer.Api.Problems;

namespace Soccer.Api.Access;

/// <summary>Every request needs a key, except for health, metrics and the open pages.</summary>
static class AccessRegistration
{
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<AccessOptions>().BindConfiguration("Access").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<ActiveKeys>().AddSingleton<KeyLimits>().AddSingleton<AuditLog>();
        builder.Services.AddAuthentication(KeyAuthentication.Bearer).AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.Bearer, null);
        // The fallback covers every endpoint that says nothing of its own, and paths where there is none.
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new ScopeRequirement()).Build());
    }

    /// <summary>
    /// Checks every request's key, then its rate, then its scope, and last whether its endpoint exists;
    /// and maps keys and the audit.
    /// </summary>
    public static void MapAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.Use((http, next) => app.Services.GetRequiredService<KeyLimits>().Invoke(http, next));
        app.UseAuthorization();
        app.UseRequestRules();
        app.MapKeys();
    }
}
