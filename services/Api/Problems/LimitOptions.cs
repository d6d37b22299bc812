using System.ComponentModel.DataAnnotations;

namespace Soccer.Api.Problems;

/// <summary>How much a caller may send. Read from the section Limits. What is over a limit is refused before it is read, so that nobody can fill memory or hold connections.</summary>
public sealed class LimitOptions
{
    /// <summary>Bytes of a body. Default 256 KiB: a request has a few hundred. More is answered with 413.</summary>
    [Range(1024, 64 << 20)]
    public long BodyBytes { get; init; } = 256 << 10;

    /// <summary>Bytes of a body that may have many matches: POST /v1/predictions. Default 1 MiB: 1,000 matches of the longest names. More is answered with 413.</summary>
    [Range(1024, 64 << 20)]
    public long MatchesBodyBytes { get; init; } = 1 << 20;

    /// <summary>Bytes of the request line, in which the address is. Default 8 KiB: a page's link has some hundreds. More is answered by the server itself: 414 without a body.</summary>
    [Range(1024, 64 << 10)]
    public int AddressBytes { get; init; } = 8 << 10;

    /// <summary>Bytes of all headers. Default 16 KiB: a proxy adds one or two to the few that a client sends. More is answered by the server itself: 431 without a body.</summary>
    [Range(2048, 256 << 10)]
    public int HeaderBytes { get; init; } = 16 << 10;

    /// <summary>Headers. Default 64. More are answered by the server itself: 431 without a body.</summary>
    [Range(16, 1000)]
    public int Headers { get; init; } = 64;

    /// <summary>Seconds in which the headers must be there. Default 10: who sends a letter a minute must not hold a connection. Then 408 without a body.</summary>
    [Range(1, 300)]
    public double HeaderSeconds { get; init; } = 10;

    /// <summary>Seconds that a connection is kept without a request. Default 120, longer than most proxies keep theirs, so that they close first.</summary>
    [Range(1, 3600)]
    public double IdleSeconds { get; init; } = 120;

    /// <summary>Bytes a second that a body must come with, and an answer must be taken with, after the first 5 s. Default 240, the server's own. Slower bodies are answered with 408.</summary>
    [Range(1, 1 << 20)]
    public double BytesPerSecond { get; init; } = 240;

    /// <summary>Connections at once. Default 1,000: some 20 kB of memory each. One more is closed without an answer.</summary>
    [Range(10, 100_000)]
    public long Connections { get; init; } = 1000;
}
