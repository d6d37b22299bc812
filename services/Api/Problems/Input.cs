using System.Globalization;

namespace Soccer.Api.Problems;

/// <summary>Reads what a caller sent, or says what is wrong with it.</summary>
static class Input
{
    /// <summary>Characters of a value that an answer repeats.</summary>
    const int MostShown = 100;

    static readonly DateOnly First = new(1993, 7, 1);
    static readonly DateOnly Last = new(2099, 12, 31);
    static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <summary>What was sent as an answer repeats it: no longer than somebody reads.</summary>
    public static string Shown(string text) => text.Length <= MostShown ? text : $"{text[..MostShown]}…";

    /// <summary>A sentence about what was sent, which repeats no more of it.</summary>
    public static string Shown(string sentence, string? text) => text is { Length: > MostShown } ? sentence.Replace(text, Shown(text), StringComparison.Ordinal) : sentence;

    /// <summary>A day written as 2025-02-01, from the source's first season on.</summary>
    public static bool TryDay(string? text, out DateOnly day) => IsDay(text, out day) && day >= First && day <= Last;

    public static string DayAdvice(string? text) => IsDay(text, out _)
        ? $"'{text}' is out of range: write a day from {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}"
        : $"'{text}' is not a day: write year, month and day as 2025-02-01, from {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}";

    static bool IsDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>A day, or none where nothing was sent.</summary>
    public static DateOnly? Day(string field, string? text)
    {
        if (text is null)
            return null;
        return TryDay(text, out var day) ? day : throw new InvalidInputException(field, text, DayAdvice(text));
    }

    /// <summary>A period between two days or instants, UTC, either of which may be left out. A day at its end is included.</summary>
    /// <returns>The first instant that belongs to it, and the first one that no longer does.</returns>
    public static (DateTime? Since, DateTime? Until) Period(string sinceField, string? since, string untilField, string? until)
    {
        var (first, last) = (Instant(sinceField, since, days: 0), Instant(untilField, until, days: 1));
        return first is null || last is null || first < last
            ? (first, last)
            : throw new InvalidInputException(
                untilField, until, $"'{until}' is not after {since}: write a later day or instant, or leave it out");
    }

    /// <summary>A day, moved by a number of days, or an instant.</summary>
    static DateTime? Instant(string field, string? text, int days)
    {
        if (text is null)
            return null;
        if (TryDay(text, out var day))
            return day.AddDays(days).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTime.TryParseExact(text, Instants, CultureInfo.InvariantCulture, utc, out var instant)
            && DateOnly.FromDateTime(instant) >= First && DateOnly.FromDateTime(instant) <= Last
                ? instant
                : throw new InvalidInputException(
                    field, text,
                    $"'{text}' is neither a day nor an instant: write a day as 2025-02-01, or an instant in UTC as 2025-02-01T07:00:00Z");
    }

    /// <summary>The year in which a season began, written as the source does: 2324 is 2023.</summary>
    public static int Season(string field, string text)
    {
        var isPair = text is [>= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9'];
        var (began, ended) = isPair ? (int.Parse(text[..2], CultureInfo.InvariantCulture), int.Parse(text[2..], CultureInfo.InvariantCulture)) : (0, 0);
        return isPair && ended == (began + 1) % 100
            ? began + (began >= First.Year % 100 ? 1900 : 2000)
            : throw new InvalidInputException(field, text, $"'{text}' is not a season: write the last two digits of its two years, 2324 for 2023/24");
    }

    /// <summary>A whole number within bounds, or the default where nothing was sent.</summary>
    public static int Count(string field, string? text, int otherwise, int most)
    {
        if (text is null)
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most
            ? count
            : throw new InvalidInputException(field, text, $"'{text}' is not a number from 1 to {most}");
    }

    /// <summary>What a parameter that is on or off may be.</summary>
    public static readonly string[] Flags = ["true", "false"];

    /// <summary>Whether a parameter is on; where it is left out, it is off.</summary>
    public static bool Flag(string field, string? text) => OneOf(field, text, Flags) == "true";

    /// <summary>One of a few words, or none where nothing was sent.</summary>
    public static string? OneOf(string field, string? text, IReadOnlyList<string> words) => text is null || words.Contains(text)
        ? text
        : throw new InvalidInputException(field, text, $"there is no {field} '{text}'", words);

    /// <summary>The hash of something, or the beginning of it: at least 8 hexadecimal digits.</summary>
    public static string Hash(string field, string? text) => text is { Length: >= 8 and <= 64 } && text.All(char.IsAsciiHexDigit)
        ? text.ToLowerInvariant()
        : throw new InvalidInputException(field, text, text is null
            ? $"{field} is missing: write an id, or at least the first 8 characters of it"
            : $"'{text}' is not an id: write 8 to 64 of the digits 0 to 9 and a to f");
}
