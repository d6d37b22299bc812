using System.Text.Json.Serialization;

namespace Soccer.Contracts;

/// <summary>Whether a run trains a model. In JSON by name, in any case: people paste commands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Training>))]
public enum Training
{
    /// <summary>When there is something to learn from: no champion, another feature schema, or enough new results.</summary>
    Auto,

    /// <summary>In any case.</summary>
    Always,

    /// <summary>Not unless there is no champion that could forecast.</summary>
    Never,
}
