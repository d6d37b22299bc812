using System.Text.Json;

namespace Soccer.Services.Tests.Scratch;

/// <summary>Compares what stages say.</summary>
static class Sayings
{
    /// <summary>An event but for what is of the moment: when and how it was made.</summary>
    public static string Lasting(object message)
    {
        var said = JsonSerializer.SerializeToNode(message, message.GetType())!.AsObject();
        said.Remove("Step");
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
