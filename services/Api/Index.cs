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
        app.MapGet("/v1/ping", () => Results.Ok()).WithTags("Access").WithSummary("Check a key").WithDescription("An empty answer.").Produces(StatusCodes.Status200OK);
        app.MapGet("/", () => new
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
        }).ExcludeFromDescription();
    }
}
