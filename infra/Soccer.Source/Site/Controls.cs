using System.Globalization;
using System.Text.Json;
using Soccer.Source.Faults;
using Soccer.Source.Replay;

namespace Soccer.Source.Site;

/// <summary>What <c>/-/as-of</c> says and takes.</summary>
/// <param name="AsOf">The last day that has ended; taken, the site moves to its end.</param>
/// <param name="Clock">The instant, UTC; taken, the site moves to it.</param>
public sealed record AsOfBody(string? AsOf = null, DateTime? Clock = null);

/// <summary>The answers under /-/, by which tests and demos steer the site.</summary>
public static class Controls
{
    public static AsOfBody AsOf(SourceClock clock)
    {
        var now = clock.Now;
        return new(SourceClock.DayBefore(now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), now);
    }

    public static async Task<IResult> MoveTo(HttpRequest request, SourceClock clock)
    {
        var (body, wrong) = await Body<AsOfBody>(request);
        if (wrong is not null) return Refused(wrong);
        var isDay = DateOnly.TryParseExact(body!.AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        if (!isDay && (body.AsOf is not null || body.Clock is null))
            return Refused($"asOf is '{body.AsOf}'; give a date such as {{\"asOf\":\"2025-02-01\"}}, or an instant such as {{\"clock\":\"2025-02-01T12:00:00Z\"}}.");
        if (clock.IsLive)
            return Results.Problem("The clock of this site runs by itself; start it without Source:Live:DayLength to move it.", statusCode: StatusCodes.Status409Conflict);
        clock.MoveTo(isDay ? SourceClock.EndOf(day) : body.Clock!.Value.ToUniversalTime());
        return Results.Ok(AsOf(clock));
    }

    public static async Task<IResult> SetFaults(HttpRequest request, FaultList faults)
    {
        var (body, wrong) = await Body<Fault[]>(request);
        if (wrong is not null) return Refused(wrong);
        for (var i = 0; i < body!.Length; i++)
            if (body[i].Wrong() is { } reason) return Refused($"fault {i}: {reason}.");
        faults.Replace(body);
        return Results.NoContent();
    }

    static async Task<(T? Body, string? Wrong)> Body<T>(HttpRequest request) where T : class
    {
        try
        {
            var body = await JsonSerializer.DeserializeAsync<T>(request.Body, SourceJson.Options, request.HttpContext.RequestAborted);
            return (body, body is null ? "The body is null; give JSON." : null);
        }
        catch (JsonException e)
        {
            return (null, $"The body is not the JSON expected here: {e.Message}");
        }
    }

    static IResult Refused(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest);
}
