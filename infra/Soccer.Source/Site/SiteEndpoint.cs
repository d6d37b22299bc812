using System.Globalization;
using System.Text;
using Soccer.Source.Faults;
using Soccer.Source.Replay;

namespace Soccer.Source.Site;

/// <summary>Answers every path of the site itself: finds the resource, lets faults have their way with it, and sends it or 304.</summary>
public sealed class SiteEndpoint(MirrorSite site, SourceClock clock, FaultList faults, RequestLog log, TimeProvider time)
{
    /// <summary>The header that names the instant at which the site stands, UTC.</summary>
    public const string ClockHeader = "Soccer-Clock";

    public async Task Answer(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        var status = 0;
        log.Begin();
        try
        {
            status = await Answer(context, path, faults.Meet(path));
        }
        finally
        {
            log.End(path, status, Conditions.Given(context.Request));
        }
    }

    // The status that was sent; 0 where the connection was aborted on purpose.
    async Task<int> Answer(HttpContext context, string path, IReadOnlyList<Fault> met)
    {
        foreach (var latency in met.Where(f => f.Kind == FaultKind.Latency))
            await Task.Delay(TimeSpan.FromMilliseconds(latency.Milliseconds), time, context.RequestAborted);
        var fault = met.FirstOrDefault(f => f.Kind != FaultKind.Latency);
        var response = context.Response;
        // One instant for the whole answer.
        var now = clock.Now;
        response.Headers[ClockHeader] = now.ToString("O", CultureInfo.InvariantCulture);
        if (fault is { Kind: FaultKind.Status })
        {
            if (fault.RetryAfterSeconds is { } seconds) response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return response.StatusCode = fault.Status;
        }
        if (site.Find(path, SourceClock.DayBefore(now)) is not { } found) return response.StatusCode = StatusCodes.Status404NotFound;

        var resource = Altered(found, fault);
        var headers = response.GetTypedHeaders();
        headers.ETag = new(resource.ETag);
        headers.LastModified = resource.LastModified;
        if (Conditions.NotModified(context.Request, resource)) return response.StatusCode = StatusCodes.Status304NotModified;

        response.ContentType = resource.ContentType;
        response.ContentLength = resource.Bytes.Length;
        if (HttpMethods.IsHead(context.Request.Method)) return StatusCodes.Status200OK;
        var aborted = fault is { Kind: FaultKind.Reset };
        await response.Body.WriteAsync(aborted ? FirstHalf(resource.Bytes) : resource.Bytes, context.RequestAborted);
        if (!aborted) return StatusCodes.Status200OK;
        await response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
        return 0;
    }

    static byte[] FirstHalf(byte[] bytes) => bytes[..(bytes.Length / 2)];

    static Resource Altered(Resource resource, Fault? fault) => fault?.Kind switch
    {
        FaultKind.Truncate => new(FirstHalf(resource.Bytes), resource.ContentType, resource.Modified),
        FaultKind.Header => new([.. Encoding.UTF8.GetBytes(fault.Header!), .. AfterFirstLine(resource.Bytes)], resource.ContentType, resource.Modified),
        FaultKind.Body => new(Encoding.UTF8.GetBytes(fault.Body!), resource.ContentType, resource.Modified),
        _ => resource,
    };

    static ReadOnlySpan<byte> AfterFirstLine(byte[] bytes)
    {
        var end = bytes.AsSpan().IndexOfAny("\r\n"u8);
        return end < 0 ? [] : bytes.AsSpan(end);
    }
}
