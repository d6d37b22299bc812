using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Soccer.Hosting;

/// <summary>
/// Where a service has something for others at its address, health and metrics are answered at a port of their own, Operations:Port, which need not be let out: they ask for no key. It must be
/// among the addresses that the service listens on. Without it everything is at one port.
/// </summary>
static class OperationsPort
{
    /// <summary>Marks an endpoint as one of operations.</summary>
    public static IEndpointConventionBuilder ForOperations(this IEndpointConventionBuilder endpoint) => endpoint.AllowAnonymous().WithMetadata(new OperationsEndpoint());

    /// <summary>Answers each kind at its own port, and nothing else there.</summary>
    public static void UseOperationsPort(this WebApplication app)
    {
        if (app.Configuration.GetValue<int?>("Operations:Port") is not { } port)
            return;
        // The port that the connection came to: a Host header says whatever its sender likes.
        app.Use((http, next) =>
        {
            if (http.GetEndpoint()?.Metadata.GetMetadata<OperationsEndpoint>() is not null == (http.Connection.LocalPort == port))
                return next(http);
            http.SetEndpoint(null);
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    sealed class OperationsEndpoint;
}
