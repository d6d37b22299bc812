using Soccer.Forecasting;

namespace Soccer.Api.Problems;

/// <summary>Reads the code of a division that a caller sent, or says what is wrong with it.</summary>
static class Divisions
{
    /// <summary>A published division, or one that the newest dataset has; none where nothing was sent.</summary>
    /// <param name="field">Where the code stood.</param>
    /// <param name="text">What was sent.</param>
    /// <param name="played">The codes that the newest dataset has; where they are not known, any code will do.</param>
    /// <exception cref="InvalidInputException">There is no such division.</exception>
    public static Division? Find(string field, string? text, IReadOnlyCollection<string>? played)
    {
        if (text is null)
            return null;
        var code = text.Trim().ToUpperInvariant();
        return Division.Find(code) ?? (played?.Contains(code) ?? true ? Division.Of(code) : null) ?? throw Unknown(field, text, played ?? []);
    }

    /// <summary>Suggests the dataset's divisions; until there is one, those that are published.</summary>
    static InvalidInputException Unknown(string field, string text, IReadOnlyCollection<string> played)
    {
        Division[] known = played.Count > 0 ? [.. played.Select(Division.Of).OfType<Division>()] : [.. Division.All];
        string[] named = [.. known.Where(division => text.Length > 2 && (division.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
            || division.Country.Contains(text, StringComparison.OrdinalIgnoreCase))).Select(division => division.Code)];
        string[] codes = named is [_, ..] ? named : [.. known.Select(division => division.Code)];
        var example = codes.Contains("E0") ? "E0 for England's Premier League" : codes[0];
        return new InvalidInputException(field, text, $"there is no division '{text}': write one of the codes under suggestions, such as {example}", codes);
    }
}
