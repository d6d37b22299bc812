using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Ingest.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Promote.V1;
using Soccer.Contracts.Train.V1;
using Soccer.Contracts.Validate.V1;

namespace Soccer.Api.Ledger;

/// <summary>Pipeline events as JSON, by the names of their types.</summary>
public static class EventPayload
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    static readonly FrozenDictionary<string, Type> Types = new[]
    {
        typeof(SnapshotIngested), typeof(SnapshotUnchanged), typeof(SnapshotValidated), typeof(SnapshotRejected), typeof(SnapshotSuperseded),
        typeof(FeaturesBuilt), typeof(StudyEnded), typeof(ModelTrained), typeof(ModelPromoted), typeof(ModelHeld), typeof(PredictionsRefreshed),
        typeof(ForecastsSettled), typeof(DriftChecked),
    }.ToFrozenDictionary(type => type.Name);

    /// <summary>The event's type and its JSON.</summary>
    public static (string Type, string Payload) Write(object pipelineEvent) =>
        (pipelineEvent.GetType().Name, StorableText.OfJson(JsonSerializer.Serialize(pipelineEvent, pipelineEvent.GetType(), Json)));

    /// <summary>The event that <see cref="Write"/> wrote; a U+0000 in a text has become the six characters \u0000.</summary>
    public static object Read(string type, string payload) => JsonSerializer.Deserialize(payload, Types[type], Json)!;
}
