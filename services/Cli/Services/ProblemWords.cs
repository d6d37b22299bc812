namespace Soccer.Cli.Services;

/// <summary>Says what the Api found wrong in the words of the command line.</summary>
static class ProblemWords
{
    /// <summary>Suggestions that a message names at most.</summary>
    const int Most = 12;

    /// <summary>Names of the Api that are called otherwise on the command line.</summary>
    static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["q"] = "--query",
        ["asOf"] = "--as-of",
        ["testSeasons"] = "--test-seasons",
        ["perSecond"] = "--per-second",
        ["scopes"] = "--scope",
        ["a"] = "A",
        ["b"] = "B",
        ["id"] = "ID",
        ["home"] = "HOME",
        ["away"] = "AWAY",
        ["name"] = "NAME",
    };

    /// <summary>One line: the option or argument, what is wrong with it, and what to write.</summary>
    /// <param name="field">The Api's name of what is wrong; null or empty if that is no value.</param>
    /// <param name="value">What was sent.</param>
    /// <param name="detail">The Api's sentence.</param>
    /// <param name="suggestions">What could have been meant.</param>
    public static string Of(string? field, string? value, string detail, string[] suggestions)
    {
        var said = ApiWords.InVerbs(detail);
        if (field is null or "")
            return suggestions.Length == 0 ? said : $"{said} ({string.Join(", ", suggestions)})";
        var name = Names.GetValueOrDefault(field) ?? (field.All(char.IsAsciiLetterLower) ? $"--{field}" : field);
        var named = value is { Length: > 0 } ? Nearest.Order(value, suggestions) : suggestions;
        var list = string.Join(", ", named.Take(Most)) + (named.Length > Most ? ", ..." : "");
        if (said.StartsWith($"there is no {field} '", StringComparison.Ordinal) && said.EndsWith('\''))
            return $"{name} '{value}': write {(list.Length > 0 ? list : "another")}";
        // The Api's own name of the field begins its sentence.
        if (said.StartsWith($"{field} ", StringComparison.Ordinal))
            said = said[(field.Length + 1)..];
        if (list.Length == 0)
            return $"{name}: {said}";
        foreach (var what in (string[])["names", "codes"])
            if ($"one of the {what} under suggestions" is var part && said.Contains(part, StringComparison.Ordinal))
                return $"{name}: {said.Replace(part, "one of these", StringComparison.Ordinal)}: {list}";
        return $"{name}: {said} ({list})";
    }
}
