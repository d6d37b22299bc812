using System.Globalization;

namespace Soccer.Api.Problems;

/// <summary>Reads the number of a match out of a path.</summary>
static class MatchId
{
    /// <summary>A number as answers write it: digits alone, the first of them not 0.</summary>
    /// <exception cref="InvalidInputException">It is none.</exception>
    public static long Read(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && text == id.ToString(CultureInfo.InvariantCulture)
            ? id
            : throw new InvalidInputException("id", text, $"'{text}' is not the id of a match: write a number as matchId in GET /v1/fixtures has it");
}
