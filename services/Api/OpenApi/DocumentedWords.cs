using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Soccer.Api.Ledger;
using Soccer.Contracts;
using Soccer.Forecasting.Models;
using Soccer.Tables.Promote;

namespace Soccer.Api.OpenApi;

/// <summary>A closed set of words that are texts in the code: in the document it has a name, so that a client has one type of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What the words say.</param>
/// <param name="Words">The words.</param>
/// <param name="Members">Which members have them, in every schema: kind; or in one: RunFailure.stage.</param>
sealed record WordSet(string Name, string Description, IEnumerable<string> Words, params string[] Members);

/// <summary>Gives every member and parameter that takes one of a few words its set.</summary>
static class DocumentedWords
{
    static readonly WordSet[] Sets =
    [
        new("ModelKind",
            "What a forecast may know of the market: results-only nothing, market-memory past prices, market-aware the match's own too.",
            ModelKinds.All, "kind", "kinds", "edgeKind"),
        new("ModelAlias", "What a model is: of each alias there is one model at most.", Aliases.All, "alias", "aliases"),
        new("FitPurpose", "What a fit is made for.", Tables.Train.Experiments.Purposes, "purpose"),
        new("StageName", "A stage, first to last.", Stage.All, "stage"),
        new("FailedStage", "A stage, or unknown.", [.. Stage.All, StageNames.Unknown], "RunFailure.stage"),
        new("KeyScope", "What a key may do.", Access.Scope.Grantable, "scopes"),
        new("TrainingMode", "Whether a run trains a model.",
            [.. Enum.GetNames<Training>().Select(name => name.ToLowerInvariant())], "training"),
        new("IncidentKind",
            "What went wrong: a body that nobody could read, a message that a stage gave up, or one that the broker gave up.",
            IncidentKinds.All, "IncidentAnswer.kind"),
        new("MatchOutcome", "An outcome of a match.", ["home win", "draw", "away win"], "ReportReliability.outcome"),
        new("ReportPrices", "Which of the opening odds: the best of all bookmakers, or their average.",
            ["best", "average"], "ReportBets.prices"),
    ];

    public static void Complete(OpenApiDocument document)
    {
        foreach (var (name, schema) in document.Components!.Schemas!.ToList())
            if (schema is OpenApiSchema { Properties: { Count: > 0 } members })
                foreach (var member in members.Keys.ToList())
                    if (SetOf(name, member) is { } set)
                        members[member] = With(members[member], set.Name, document);
        foreach (var set in Sets)
            document.AddComponent(set.Name, new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = set.Description,
                Enum = [.. set.Words.Select(word => (JsonNode)word)],
            });
        foreach (var parameter in document.Paths.Values.SelectMany(path => path.Operations?.Values.ToArray() ?? [])
            .SelectMany(operation => operation.Parameters ?? []).OfType<OpenApiParameter>())
            if (parameter.Schema is { Enum: { Count: > 0 } words } && NameOf(words, document) is { } name)
                parameter.Schema = new OpenApiSchemaReference(name, document);
    }

    static WordSet? SetOf(string schema, string member) =>
        Sets.FirstOrDefault(set => set.Members.Contains($"{schema}.{member}")) ?? Sets.FirstOrDefault(set => set.Members.Contains(member));

    /// <summary>The schema of a member, its text, or the texts of its list, being of a set.</summary>
    static IOpenApiSchema With(IOpenApiSchema member, string set, OpenApiDocument document)
    {
        if (member is not OpenApiSchema { Type: { } type } own)
            return member;
        // A list of objects can have the same name: the kinds of a forecast, each with its probabilities.
        if (own.Items is OpenApiSchema { Type: JsonSchemaType.String })
            own.Items = new OpenApiSchemaReference(set, document);
        if (!type.HasFlag(JsonSchemaType.String))
            return member;
        if (!type.HasFlag(JsonSchemaType.Null))
            return new OpenApiSchemaReference(set, document) { Description = own.Description };
        return new OpenApiSchema
        {
            Description = own.Description,
            OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, new OpenApiSchemaReference(set, document)],
        };
    }

    static string Text(JsonNode word) => $"{word}";

    static string? NameOf(IList<JsonNode> words, OpenApiDocument document) => document.Components!.Schemas!
        .Where(pair => pair.Value is OpenApiSchema { Enum: { } known } && known.Select(Text).SequenceEqual(words.Select(Text)))
        .Select(pair => pair.Key).FirstOrDefault();
}
