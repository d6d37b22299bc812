using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Soccer.Cli.Logs;

/// <summary>Reads log lines: JSON of our services, text of PostgreSQL, RabbitMQ, Prometheus and the supervisor.</summary>
static partial class LogFormat
{
    /// <summary>Reads a line; <paramref name="before"/> is the time of the line above it in the same file.</summary>
    public static LogLine Read(string service, string line, DateTimeOffset? before) =>
        (line.StartsWith('{') ? Json(service, line) : null) ?? Text(service, line) ?? new LogLine(service, before, "", line, null, line);

    static LogLine? Json(string service, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (!root.TryGetProperty("Timestamp", out var timestamp) || !DateTimeOffset.TryParse(
                timestamp.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
                return null;
            var exception = root.TryGetProperty("Exception", out var thrown) ? $"\n{thrown}" : "";
            var level = Member(root, "LogLevel") ?? "Information";
            return new LogLine(service, at, level, $"{Member(root, "Message")}{exception}", RunOf(root), line);
        }
        catch (JsonException)
        {
            // A line that was cut off, for example when its process was killed.
            return null;
        }
    }

    /// <summary>The innermost scope with a run, then the line's own values.</summary>
    static string? RunOf(JsonElement line)
    {
        var hasScopes = line.TryGetProperty("Scopes", out var list) && list.ValueKind == JsonValueKind.Array;
        var scopes = hasScopes ? list.EnumerateArray().Reverse() : [];
        var state = line.TryGetProperty("State", out var values) ? [values] : Array.Empty<JsonElement>();
        return scopes.Concat(state).Select(values => Member(values, "RunId")).FirstOrDefault(run => run is { Length: > 0 });
    }

    static string? Member(JsonElement values, string name) =>
        values.ValueKind == JsonValueKind.Object && values.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    static LogLine? Text(string service, string line)
    {
        if (Timed.Match(line) is not { Success: true } match)
            return null;
        var zone = match.Groups["zone"].Value is { Length: > 0 } given && given != "UTC" ? given : "Z";
        var written = $"{match.Groups["day"].Value}T{match.Groups["time"].Value}{zone}";
        if (!DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
            return null;
        var message = match.Groups["message"].Value;
        return new LogLine(service, at, LevelOf(Level.Match(message).Groups["level"].Value), message, null, line);
    }

    static string LevelOf(string word) => word.ToLowerInvariant() switch
    {
        "debug" => "Debug",
        "warn" or "warning" => "Warning",
        "error" => "Error",
        "crit" or "critical" or "fatal" or "panic" or "alert" or "emerg" => "Critical",
        _ => "Information",
    };

    [GeneratedRegex(@"^(ts=)?(?<day>\d{4}-\d\d-\d\d)[T ](?<time>\d\d:\d\d:\d\d(\.\d{1,7})?) ?(?<zone>UTC|Z|[+-]\d\d:\d\d)?"
        + " ?(?<message>.*)$")]
    static partial Regex Timed { get; }

    // RabbitMQ: [warning]; Prometheus: level=warn; PostgreSQL: [23548] soccer_train@soccer FATAL:
    [GeneratedRegex(@"^\[(?<level>[a-z]+)\]|\blevel=(?<level>\w+)|^\[\d+\] \S*@\S* (?<level>[A-Z]+)\d?:")]
    static partial Regex Level { get; }
}
