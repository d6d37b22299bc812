using System.Text.Json;
using Soccer.Contracts.DriftCheck.V1;

namespace Soccer.Services.Tests.Scratch;

/// <summary>Compares what stages say.</summary>
static class Sayings
{
    /// <summary>An event but for what is of the moment: when it was said, and how many forecasts are settled by then.</summary>
    public static string Lasting(object message)
    {
        var said = JsonSerializer.SerializeToNode(message, message.GetType())!.AsObject();
        said.Remove("Step");
        if (message is DriftChecked)
            said.Remove("Settled");
        return $"{message.GetType().Name} {said.ToJsonString()}";
    }

    /// <summary>A message as another run would have it.</summary>
    public static object Under(Guid run, object message)
    {
        var said = JsonSerializer.SerializeToNode(message, message.GetType())!;
        said["Run"]!["Id"] = run;
        return said.Deserialize(message.GetType())!;
    }
}
