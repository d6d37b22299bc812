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
        Demand(features > 0 && artifact.FeatureNames.Distinct(StringComparer.Ordinal).Count() == features, "The artifact has no features, or one twice.");
        Demand(artifact.References.Length == features, $"The artifact has a reference spread of {artifact.References.Length} features, and {features} features.");
        Demand(
            artifact.References.All(feature => feature.Shares.Length == feature.Edges.Length + 2),
            "A reference spread needs two more shares than edges.");
        Demand(artifact.Kinds is [{ Needs: [] }, ..], "The artifact has no kind that serves every match.");
        Demand(artifact.Kinds.Select(kind => kind.Kind).SequenceEqual(ModelKinds.All.Where(kind => artifact.Of(kind) is not null)), $"The artifact's kinds are {string.Join(", ", artifact.Kinds.Select(kind => $"'{kind.Kind}'"))}; known are {string.Join(", ", ModelKinds.All)}, each once, in this order.");
        foreach (var kind in artifact.Kinds)
            Check(kind, features);
        return artifact;
    }

    static void Check(KindModel kind, int features)
    {
        Demand(kind.Parts.Length > 0, $"The kind {kind.Kind} has no part that forecasts.");
        Demand((kind.Weights is null) != (kind.Meta is null), $"The kind {kind.Kind} needs either weights or a meta-learner.");
        Demand(
            kind.Weights is null || (kind.Weights.Length == kind.Parts.Length && kind.Weights.All(weight => weight > 0) && Math.Abs(kind.Weights.Sum() - 1) < 1e-9),
            $"The weights of {kind.Kind} are {string.Join(", ", kind.Weights ?? [])}; they must be one a part, above 0 and sum to 1.");
        Demand(
            kind.Meta is null || kind.Meta.Columns.All(column => column < TreeEnsemble.Classes * kind.Parts.Length),
            $"The meta-learner of {kind.Kind} reads more than its {kind.Parts.Length} parts say.");
        Demand(kind.Needs.All(need => need >= 0 && need < features), $"The kind {kind.Kind} needs a feature that is not there.");
        var widest = kind.Parts.Max(part => part.Features());
        Demand(widest <= features, $"A part of {kind.Kind} reads feature {widest - 1}; the artifact has {features}, counted from 0.");
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
