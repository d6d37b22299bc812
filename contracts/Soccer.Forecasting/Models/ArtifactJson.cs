using System.Text.Json;
using System.Text.Json.Serialization;

namespace Soccer.Forecasting.Models;

/// <summary>The text of artifacts. What a reader doesn't know it refuses: a member left out or added is another format.</summary>
static class ArtifactJson
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new TreeEnsembleJson(), new ProbabilitiesJson() },
    };

    public static byte[] Write(ModelArtifact artifact) => JsonSerializer.SerializeToUtf8Bytes(Checked(artifact), Options);

    public static ModelArtifact Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Checked(JsonSerializer.Deserialize<ModelArtifact>(bytes, Options) ?? throw new InvalidArtifactException("The artifact is empty."));
        }
        catch (JsonException exception)
        {
            throw new InvalidArtifactException($"The artifact can't be read: {exception.Message}", exception);
        }
    }

    static ModelArtifact Checked(ModelArtifact artifact)
    {
        var features = artifact.FeatureNames.Length;
        Demand(artifact.Format == ModelArtifact.CurrentFormat, $"The artifact has format {artifact.Format}; this code reads {ModelArtifact.CurrentFormat}. Train the model again.");
        Demand(artifact.Kind is "results-only" or "market-memory" or "market-aware", $"The artifact's kind is '{artifact.Kind}'.");
        Demand(features > 0 && artifact.FeatureNames.Distinct(StringComparer.Ordinal).Count() == features, "The artifact has no features, or one twice.");
        Demand(artifact.References.Length == features, $"The artifact has a reference spread of {artifact.References.Length} features, and {features} features.");
        Demand(
            artifact.References.All(feature => feature.Shares.Length == feature.Edges.Length + 2),
            "A reference spread needs two more shares than edges.");
        Demand(artifact.Parts.Length > 0, "The artifact has no part that forecasts.");
        Demand(
            artifact.Parts.All(part => part.Weight > 0) && Math.Abs(artifact.Parts.Sum(part => part.Weight) - 1) < 1e-9,
            $"The weights of the artifact's parts are {string.Join(", ", artifact.Parts.Select(part => part.Weight))}; they must be above 0 and sum to 1.");
        var widest = artifact.Parts.Max(part => part.Features());
        Demand(widest <= features, $"A part reads feature {widest - 1}; the artifact has {features}, counted from 0.");
        return artifact;
    }

    static void Demand(bool holds, string message) => InvalidArtifactException.ThrowUnless(holds, message);

    /// <summary>Three numbers in the outcomes' order.</summary>
    sealed class ProbabilitiesJson : JsonConverter<Probabilities>
    {
        public override Probabilities Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<double[]>(ref reader, options) is [var home, var draw, var away]
                ? new(home, draw, away)
                : throw new JsonException("Probabilities are three numbers.");

        public override void Write(Utf8JsonWriter writer, Probabilities value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new[] { value.Home, value.Draw, value.Away }, options);
    }
}
