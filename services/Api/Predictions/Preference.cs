using System.Globalization;

namespace Soccer.Api.Predictions;

/// <summary>The header Prefer (RFC 7240): what a caller would like, if it can be had.</summary>
static class Preference
{
    /// <summary>Seconds that the caller would wait for the answer: 0 where it says nothing or what it says can't be read, as the RFC wants it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="most">More than this is as good as this.</param>
    public static int Wait(HttpRequest request, int most) => request.Headers["Prefer"]
        .SelectMany(header => (header ?? "").Split(',', ';'))
        .Select(preference => preference.Split('=', 2, StringSplitOptions.TrimEntries))
        .Where(preference => preference is [var name, _] && name.Equals("wait", StringComparison.OrdinalIgnoreCase))
        .Select(preference => int.TryParse(preference[1].Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? Math.Min(seconds, most) : 0)
        .FirstOrDefault();
}
