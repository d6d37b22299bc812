using System.Text.RegularExpressions;
using Soccer.Integration.Tests.Scratch;

namespace Soccer.Integration.Tests.OnCall;

/// <summary>A command of docs/operations.md: the runbook's, or the section's, and what is to be typed.</summary>
sealed record Documented(string Section, string Text)
{
    public override string ToString() => $"{Section}: {Text}";
}

/// <summary>The commands of docs/operations.md: fenced lines, and code between backticks that begins with a program.</summary>
static partial class OperationsPage
{
    public static IReadOnlyList<Documented> Commands { get; } = Read(Surroundings.Text("docs/operations.md"));

    /// <summary>The one command of a section that begins with a text.</summary>
    public static string Command(string section, string beginning) =>
        Commands.Single(command => command.Section == section && command.Text.StartsWith(beginning, StringComparison.Ordinal)).Text;

    static List<Documented> Read(string page)
    {
        var commands = new List<Documented>();
        var (section, fenced) = ("", false);
        foreach (var line in page.Split('\n'))
        {
            if (Heading.Match(line) is { Success: true } heading)
                section = heading.Groups[1].Value;
            else if (line.StartsWith("```", StringComparison.Ordinal))
                fenced = !fenced;
            else if (fenced && Comment.Replace(line, "") is { Length: > 0 } typed)
                commands.Add(new(section, typed));
            else
                commands.AddRange(
                    from code in Code.Matches(line)
                    let text = code.Groups[1].Value
                    where Program.IsMatch(text)
                    select new Documented(section, text));
        }
        return commands;
    }

    [GeneratedRegex("^#+ (.*)$")]
    static partial Regex Heading { get; }

    [GeneratedRegex(@"\s+#\s.*$")]
    static partial Regex Comment { get; }

    [GeneratedRegex("`([^`]+)`")]
    static partial Regex Code { get; }

    [GeneratedRegex(@"^(\./soccer|psql|pg_dump|pg_restore|curl|eval|rate\(|dmesg|df) ?")]
    static partial Regex Program { get; }
}
