using System.Globalization;

namespace Soccer.Api.Predictions;

/// <summary>The header Prefer (RFC 7240): what a caller would like, if it can be had.</summary>
static class Preference
{
    /// <summary>Seconds that the caller would wait for the answer: 0 where it says nothing or what it says can't be read, as the RFC wants it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="most">More than this is as good as this.</param>
    public static int Wait(HttpRequest request, int most) =>
        int.TryParse(Of(request, "wait"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? Math.Min(seconds, most) : 0;

    /// <summary>Whether the caller would rather not have the forecasts in the answer, but know that they are there.</summary>
    public static bool IsMinimal(HttpRequest request) => string.Equals(Of(request, "return"), "minimal", StringComparison.OrdinalIgnoreCase);

    // The first of a name counts; the rest are ignored (section 2).
    static string? Of(HttpRequest request, string name) => request.Headers["Prefer"]
        .SelectMany(header => (header ?? "").Split(',', ';'))
        .Select(preference => preference.Split('=', 2, StringSplitOptions.TrimEntries))
        .FirstOrDefault(preference => preference is [var named, _] && named.Equals(name, StringComparison.OrdinalIgnoreCase))?[1].Trim('"');
}
