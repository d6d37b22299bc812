using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Soccer.Api.Access;

namespace Soccer.Api.Problems;

/// <summary>Every error is an answer with problem details of one of the <see cref="ProblemTypes"/>.</summary>
static class ProblemRegistration
{
    public static void AddProblems(this WebApplicationBuilder builder)
    {
        builder.AddLimits();
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(options => RequestJson.Configure(options.SerializerOptions));
        builder.Services.AddExceptionHandler<ProblemHandler>();
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = problem =>
        {
            problem.ProblemDetails.Instance = problem.HttpContext.Request.Path;
            Complete(problem.ProblemDetails);
            if (problem.ProblemDetails.Status == StatusCodes.Status405MethodNotAllowed)
                NameHead(problem.HttpContext.Response);
            problem.ProblemDetails.Detail ??= DetailOf(problem.ProblemDetails.Status, problem.HttpContext);
        });
    }

    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }

    /// <summary>Gives an answer that was made of a status alone the type of that status.</summary>
    static void Complete(ProblemDetails problem)
    {
        if (problem.Type?.StartsWith(ProblemType.Root, StringComparison.Ordinal) == true)
            return;
        // A 400 that says nothing comes from the server: what it was reading was no body.
        var type = problem is { Status: StatusCodes.Status400BadRequest, Detail: null } ? ProblemTypes.MalformedBody : ProblemTypes.Of(problem.Status);
        (problem.Type, problem.Title) = (type?.Address ?? "about:blank", type?.Title ?? problem.Title);
    }

    static string RateOf(Caller caller) => caller.PerSecond == 1 ? "one request a second"
        : caller.PerSecond > 1 ? FormattableString.Invariant($"{caller.PerSecond} requests a second, and as many at once")
        : FormattableString.Invariant($"one request in {1 / caller.PerSecond:0.#} seconds");

    static string[] ScopesFor(Endpoint? endpoint) => Scope.EnoughFor(endpoint?.Metadata ?? EndpointMetadataCollection.Empty);

    /// <summary>HEAD is answered wherever GET is, which routing does not know.</summary>
    static void NameHead(HttpResponse response)
    {
        string[] allowed = [.. $"{response.Headers.Allow}".Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        if (allowed.Contains(HttpMethods.Get) && !allowed.Contains(HttpMethods.Head))
            response.Headers.Allow = string.Join(", ", allowed.Append(HttpMethods.Head).Order(StringComparer.Ordinal));
    }

    static string? DetailOf(int? status, HttpContext http) => status switch
    {
        StatusCodes.Status401Unauthorized => "send a valid key in the header Authorization: Bearer KEY; ./soccer keys create NAME --scope read makes one",
        StatusCodes.Status403Forbidden =>
            ScopesFor(http.GetEndpoint()) switch
            {
                [var only] => $"this key lacks the scope '{only}', which {http.Request.Method} {http.Request.Path} needs; ask the operator for a key that has it",
                [var only, var own, ..] => $"this key lacks the scope '{only}', which {http.Request.Method} {http.Request.Path} needs, and has not started this with the scope '{own}', "
                    + "which would do too; ask the operator for a key that has one of them",
                _ => null,
            },
        StatusCodes.Status429TooManyRequests => Caller.Of(http) is { } caller
            ? $"this key may send {RateOf(caller)}; wait for the seconds in Retry-After, or ask the operator for a higher rate"
            : "too many requests came without a key; wait for the seconds in Retry-After, or send a key, which has a rate of its own",
        StatusCodes.Status404NotFound => $"there is nothing at {Input.Shown(http.Request.Path)}; GET / lists what there is",
        StatusCodes.Status405MethodNotAllowed => $"{Input.Shown(http.Request.Path)} does not take {http.Request.Method}; see the Allow header",
        StatusCodes.Status400BadRequest => "the body could not be read to its end: send it whole",
        StatusCodes.Status413PayloadTooLarge =>
            $"the body has more than {http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize} bytes, which is all that {http.Request.Path} takes",
        StatusCodes.Status415UnsupportedMediaType => "the body must be JSON: send the header Content-Type: application/json",
        _ => ProblemTypes.Of(status)?.Remedy,
    };
}
