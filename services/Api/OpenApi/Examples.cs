using System.Text.Json.Nodes;
using Soccer.Api.Problems;

namespace Soccer.Api.OpenApi;

/// <summary>An example of every operation's request and answer and of every type of problem, as Examples.json beside this file has them. Tests hold them against the Api.</summary>
static class Examples
{
    static readonly JsonNode All = JsonNode.Parse(typeof(Examples).Assembly.GetManifestResourceStream("Soccer.Api.OpenApi.Examples.json")!)!;

    /// <summary>A request of an operation such as POST /v1/runs; none where it has no body, or nobody has written one.</summary>
    public static JsonNode? Request(string operation) => Copy(All["operations"]![operation]?["request"]);

    /// <summary>An answer of an operation that did what it was asked to, by its status.</summary>
    public static JsonNode? Answer(string operation, string status) => Copy(All["operations"]![operation]?[status]);

    /// <summary>A problem of a type.</summary>
    public static JsonNode Problem(ProblemType type)
    {
        var problem = new JsonObject { ["type"] = type.Address, ["title"] = type.Title, ["status"] = type.Status };
        foreach (var (name, value) in All["problems"]![type.Name]?.AsObject() ?? [])
            problem[name] = Copy(value);
        return problem;
    }

    /// <summary>A node can stand in one document only, and a document is made for every reader.</summary>
    static JsonNode? Copy(JsonNode? node) => node?.DeepClone();
}
