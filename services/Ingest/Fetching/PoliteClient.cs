using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Polly;

namespace Soccer.Ingest.Fetching;

/// <summary>What a request came to.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Content">The body of a 200.</param>
/// <param name="ETag">The source's tag for it.</param>
/// <param name="LastModified">When it changed, as the source says.</param>
/// <param name="Clock">The instant at which the source stands, UTC; null for a source that follows the real clock.</param>
public sealed record Answer(HttpStatusCode Status, byte[] Content, string? ETag, DateTimeOffset? LastModified, DateTime? Clock = null)
{
    /// <summary>
    /// The header in which a replayed or simulated source names the instant at which it stands, such as 2025-02-01T07:00:00Z.
    /// </summary>
    public const string ClockHeader = "Soccer-Clock";

    /// <summary>SHA-256 of the body, hex.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));
}

/// <summary>Asks the source for one address at a time, politely and patiently. A failure names the address.</summary>
public sealed class PoliteClient(HttpClient http, SourceResilience resilience, IOptions<IngestOptions> options, TimeProvider time)
{
    /// <summary>How we call ourselves.</summary>
    public const string Robot = "SoccerEventDriven";

    /// <summary>Gets an address; with a tag or a date, only if it changed.</summary>
    /// <exception cref="SourceException">It could not be had: the message has the address and the reason.</exception>
    public async Task<Answer> Get(Uri address, string? eTag, DateTimeOffset? lastModified, CancellationToken cancellation)
    {
        try
        {
            return await resilience.Ask(address, token => Send(address, eTag, lastModified, token), cancellation);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or ExecutionRejectedException or SourceBusyException)
        {
            throw new SourceException($"{address}: {error.Message}", error);
        }
    }

    async Task<Answer> Send(Uri address, string? eTag, DateTimeOffset? lastModified, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (eTag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", eTag);
        if (lastModified is not null)
            request.Headers.IfModifiedSince = lastModified;
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.StatusCode == HttpStatusCode.TooManyRequests || (int)response.StatusCode >= 500)
            throw new SourceBusyException(response.StatusCode, response.Headers.RetryAfter?.Delta ?? response.Headers.RetryAfter?.Date - time.GetUtcNow());
        var content = response.StatusCode == HttpStatusCode.OK ? await Body(address, response, cancellation) : [];
        return new Answer(response.StatusCode, content, response.Headers.ETag?.ToString(), response.Content.Headers.LastModified, ClockOf(address, response));
    }

    static DateTime? ClockOf(Uri address, HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues(Answer.ClockHeader, out var values))
            return null;
        var text = string.Join(", ", values);
        return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var clock)
            ? clock
            : throw new SourceException($"{address}: the header {Answer.ClockHeader} is '{text}'. Send an instant such as 2025-02-01T07:00:00Z", null);
    }

    async Task<byte[]> Body(Uri address, HttpResponseMessage response, CancellationToken cancellation)
    {
        var most = options.Value.MaxFileBytes;
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var body = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
        {
            body.Write(buffer, 0, read);
            if (body.Length > most)
                throw new SourceException($"{address}: larger than {most} bytes (Ingest:MaxFileBytes)", null);
        }
        if (response.Content.Headers.ContentLength is { } promised && promised != body.Length)
            throw new IOException($"{body.Length} of {promised} bytes came");
        return body.ToArray();
    }
}

/// <summary>An address could not be had.</summary>
public sealed class SourceException(string message, Exception? cause) : Exception(message, cause);

/// <summary>The source asks to come back later.</summary>
public sealed class SourceBusyException(HttpStatusCode status, TimeSpan? retryAfter) : Exception($"the source answered {(int)status} {status}")
{
    /// <summary>When to come back, where the source says so.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
