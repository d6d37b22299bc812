using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Soccer.Cli.Runs;

/// <summary>A run as one JSON object, for scripts.</summary>
static class RunJson
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// The Api's answer with the members of the short form that it lacks: runId, fixtures and model.metrics. Members of both are the Api's.
    /// </summary>
    public static string WithShortForm(string answer)
    {
        var run = JsonNode.Parse(answer)!.AsObject();
        run["runId"] = run["id"]?.DeepClone();
        run["fixtures"] = run["forecasts"] is JsonObject forecasts ? forecasts["fixtures"]?.DeepClone() : 0;
        if (run["model"] is JsonObject model)
            model["metrics"] = model["holdOut"]?.DeepClone();
        return run.ToJsonString(Json);
    }

    /// <summary>The short form, which a run that was followed ends with.</summary>
    public static string Of(RunView run) => JsonSerializer.Serialize(new
    {
        RunId = run.Id,
        run.Status,
        run.AsOf,
        run.Seconds,
        run.Failure,
        run.SameAs,
        Stages = run.Stages.ToDictionary(stage => stage.Stage, stage => new { stage.State, stage.Seconds, stage.Remembered, stage.Counts }),
        run.Dataset,
        run.FeatureSet,
        Model = run.Model is { } model
            ? new { model.Id, model.Kinds, model.Libraries, model.Trained, model.Promoted, model.Reasons, Metrics = model.HoldOut }
            : null,
        Forecasts = run.Forecasts?.Forecasts ?? 0,
        Fixtures = run.Forecasts?.Fixtures ?? 0,
    }, Json);
}
