namespace Soccer.Ingest.Fetching;

/// <summary>A site's robots.txt, as far as it is about us (RFC 9309): the group of our name, else that of everybody.</summary>
public sealed class Robots
{
    readonly List<(string Pattern, bool Allow)> rules = [];

    /// <summary>Seconds that the site wants between two requests, where it says so.</summary>
    public double? CrawlDelay { get; private set; }

    /// <summary>Everything is allowed: the site has no robots.txt.</summary>
    public static Robots None => new();

    /// <summary>Reads the text for a robot's name.</summary>
    public static Robots Read(string text, string robot)
    {
        var groups = Groups(text);
        var mine = groups.Where(group => group.Agents.Contains(robot, StringComparer.OrdinalIgnoreCase)).ToList();
        if (mine.Count == 0)
            mine = groups.Where(group => group.Agents.Contains("*")).ToList();
        var robots = new Robots();
        foreach (var (key, value) in mine.SelectMany(group => group.Lines))
        {
            if (key == "crawl-delay" && double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var seconds))
                robots.CrawlDelay = seconds;
            else if (key != "crawl-delay" && value.Length > 0)
                robots.rules.Add((value, key == "allow"));
        }
        return robots;
    }

    /// <summary>Whether a path, with its slash, may be fetched: the longest rule that matches decides, and allow wins a tie.</summary>
    public bool Allows(string path) =>
        rules.Where(rule => Matches(rule.Pattern, path))
            .OrderByDescending(rule => rule.Pattern.Length).ThenByDescending(rule => rule.Allow)
            .Select(rule => rule.Allow)
            .FirstOrDefault(true);

    static bool Matches(string pattern, string path)
    {
        var toEnd = pattern.EndsWith('$');
        var parts = (toEnd ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
            return false;
        var at = parts[0].Length;
        foreach (var part in parts.Skip(1))
        {
            var found = path.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + part.Length;
        }
        return !toEnd || at == path.Length || (parts.Length > 1 && path.EndsWith(parts[^1], StringComparison.Ordinal));
    }

    static List<(List<string> Agents, List<(string Key, string Value)> Lines)> Groups(string text)
    {
        List<(List<string> Agents, List<(string, string)> Lines)> groups = [];
        foreach (var raw in text.TrimStart('\uFEFF').Split('\n'))
        {
            var line = raw.Split('#')[0];
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                continue;
            var (key, value) = (line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
            if (key == "user-agent" && (groups.Count == 0 || groups[^1].Lines.Count > 0))
                groups.Add(([value.Split('/')[0]], []));
            else if (key == "user-agent")
                groups[^1].Agents.Add(value.Split('/')[0]);
            // Lines of other kinds, such as a sitemap's, stand between the groups and end none.
            else if (groups.Count > 0 && key is "allow" or "disallow" or "crawl-delay")
                groups[^1].Lines.Add((key, value));
        }
        return groups;
    }
}
