using Soccer.Api.Access;
using Soccer.Api.OpenApi;
using Soccer.Api.Problems;

namespace Soccer.Api;

/// <summary>What there is, for whoever comes to the address without a path.</summary>
static class Index
{
    public static void MapIndex(this WebApplication app)
    {
        app.MapDocument();
        app.MapProblemPages();
        app.MapGet("/v1/ping", () => Results.Ok()).WithTags("Access").WithSummary("Check a key").WithDescription("An empty answer to every valid key, whatever its scopes.")
            .Produces(StatusCodes.Status200OK).OpensToAnyKey();
        app.MapGet("/", (EndpointDataSource endpoints) => new
        {
            Name = "Soccer.EventDriven",
            Links = new Dictionary<string, string>
            {
                ["runs"] = "/v1/runs",
                ["fixtures"] = "/v1/fixtures",
                ["results"] = "/v1/results",
                ["divisions"] = "/v1/divisions",
                ["teams"] = "/v1/teams",
                ["bookmakers"] = "/v1/bookmakers",
                ["predictions"] = "/v1/predictions",
                ["predict"] = "/v1/predict",
                ["backtests"] = "/v1/backtests",
                ["incidents"] = "/v1/incidents",
                ["models"] = "/v1/models",
                ["drift"] = "/v1/drift",
                ["experiments"] = "/v1/experiments",
                ["studies"] = "/v1/studies",
                ["document"] = DocumentEndpoints.Document,
                ["docs"] = DocumentEndpoints.Page,
                ["keys"] = "/v1/keys",
                ["audit"] = "/v1/audit",
                ["problems"] = ProblemType.Root,
            },
            Paths = PathsOf(endpoints),
        }).ExcludeFromDescription().OpensToAnyKey();
    }

    /// <summary>Every path with the methods that it takes.</summary>
    static SortedDictionary<string, string[]> PathsOf(EndpointDataSource endpoints) => new(
        endpoints.Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => (Path: endpoint.RoutePattern.RawText!.TrimEnd('/'), Methods: endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []))
            .Where(endpoint => endpoint.Path.StartsWith("/v1/", StringComparison.Ordinal))
            .GroupBy(endpoint => endpoint.Path, endpoint => endpoint.Methods)
            .ToDictionary(path => path.Key, path => path.SelectMany(WithHead).Distinct().Order(StringComparer.Ordinal).ToArray()),
        StringComparer.Ordinal);

    static IEnumerable<string> WithHead(IReadOnlyList<string> methods) => methods.Contains(HttpMethods.Get) ? [.. methods, HttpMethods.Head] : methods;
}
