using System.Globalization;
using System.Text.Json;
using Soccer.Source.Faults;
using Soccer.Source.Replay;

namespace Soccer.Source.Site;

/// <summary>What <c>/-/as-of</c> says and takes.</summary>
public sealed record AsOfBody(string? AsOf);

/// <summary>The answers under /-/, by which tests and demos steer the site.</summary>
public static class Controls
{
    public static AsOfBody AsOf(ReplayDate date) => new(date.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static async Task<IResult> MoveTo(HttpRequest request, ReplayDate date)
    {
        var (body, wrong) = await Body<AsOfBody>(request);
        if (wrong is not null) return Refused(wrong);
        if (!DateOnly.TryParseExact(body!.AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Refused($"asOf is '{body.AsOf}'; give a date such as {{\"asOf\":\"2025-02-01\"}}.");
        date.AsOf = day;
        return Results.Ok(AsOf(date));
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
