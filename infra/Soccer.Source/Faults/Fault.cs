namespace Soccer.Source.Faults;

/// <summary>How a fault shows.</summary>
public enum FaultKind
{
    /// <summary>The answer comes later, by <see cref="Fault.Milliseconds"/>; another fault may follow.</summary>
    Latency,

    /// <summary>The answer is <see cref="Fault.Status"/>, with Retry-After where <see cref="Fault.RetryAfterSeconds"/> is given.</summary>
    Status,

    /// <summary>The connection is aborted while the answer is on its way: the caller sees half of the body at most.</summary>
    Reset,

    /// <summary>The answer looks whole (200, its own length and ETag) but has the first half of the body only.</summary>
    Truncate,

    /// <summary>The first line of the body is <see cref="Fault.Header"/> in place of its own.</summary>
    Header,

    /// <summary>The body is <see cref="Fault.Body"/> in place of its own: the publisher has revised the file.</summary>
    Body,
}

/// <summary>A fault on request.</summary>
/// <param name="Path">Which paths, with * for any characters: /mmz4281/*/E0.csv.</param>
/// <param name="Kind">How it shows.</param>
/// <param name="Times">How many requests it meets before it is over; for ever where none is given.</param>
/// <param name="Milliseconds">Of latency.</param>
/// <param name="Status">400 to 599.</param>
/// <param name="RetryAfterSeconds">Of a status.</param>
/// <param name="Header">The new first line.</param>
/// <param name="Body">The new body.</param>
public sealed record Fault(
    string Path, FaultKind Kind, int? Times = null, int Milliseconds = 0, int Status = 503, int? RetryAfterSeconds = null, string? Header = null,
    string? Body = null)
{
    /// <summary>What is wrong with it, naming the field; none where nothing is.</summary>
    public string? Wrong() => this switch
    {
        { Path: null or "" } => "path is empty; give a path such as /mmz4281/*/E0.csv",
        { Times: < 1 } => $"times is {Times}; give 1 or more, or leave it out for ever",
        { Kind: FaultKind.Latency, Milliseconds: < 1 or > 600_000 } => $"milliseconds is {Milliseconds}; give 1 to 600000",
        { Kind: FaultKind.Status, Status: < 400 or > 599 } => $"status is {Status}; give 400 to 599",
        { RetryAfterSeconds: < 0 } => $"retryAfterSeconds is {RetryAfterSeconds}; give 0 or more",
        { Kind: FaultKind.Header, Header: null } => "header is missing; give the new first line",
        { Kind: FaultKind.Body, Body: null } => "body is missing; give the new body",
        _ => null,
    };
}
