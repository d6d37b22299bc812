using Soccer.Api.Access;

namespace Soccer.Api.Problems;

/// <summary>Every error is an answer with problem details.</summary>
static class ProblemRegistration
{
    /// <summary>The largest body that is read, in bytes. Every request here is a few hundred.</summary>
    const int MaxBody = 64 * 1024;

    public static void AddProblems(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = MaxBody);
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(options => RequestJson.Configure(options.SerializerOptions));
        builder.Services.AddExceptionHandler<ProblemHandler>();
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = problem =>
        {
            var request = problem.HttpContext.Request;
            problem.ProblemDetails.Instance = request.Path;
            problem.ProblemDetails.Detail ??= problem.ProblemDetails.Status switch
            {
                StatusCodes.Status401Unauthorized =>
                    "send a valid key in the header Authorization: Bearer KEY; ./soccer keys create NAME --scope read makes one",
                StatusCodes.Status403Forbidden =>
                    $"this key has not the scope '{Scope.Of(problem.HttpContext.GetEndpoint())}', which {request.Method} {request.Path} needs; ask the operator for a key that has it",
                StatusCodes.Status429TooManyRequests => "this key was given fewer requests a second; wait for the seconds in Retry-After, or ask the operator for a higher rate",
                StatusCodes.Status404NotFound => $"there is nothing at {request.Path}; GET / lists what there is",
                StatusCodes.Status405MethodNotAllowed => $"{request.Path} does not take {request.Method}; see the Allow header",
                StatusCodes.Status415UnsupportedMediaType => "the body must be JSON: send the header Content-Type: application/json",
                _ => null,
            };
        });
    }

    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }
}
