using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Soccer.Hosting;

/// <summary>Says what is not ready, a line a check, so that <c>curl</c> is enough to find out.</summary>
static class HealthReportText
{
    public static Task Write(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync($"{report.Status}\n{string.Join('\n', report.Entries.Select(LineOf))}\n");
    }

    /// <summary>What is not ready, and why.</summary>
    public static string Ailing(HealthReport report) =>
        string.Join("; ", report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy).Select(LineOf));

    static string LineOf(KeyValuePair<string, HealthReportEntry> entry) =>
        $"{entry.Key}: {entry.Value.Status} {entry.Value.Description ?? entry.Value.Exception?.Message}".TrimEnd();
}
