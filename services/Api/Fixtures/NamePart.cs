using Soccer.Api.Problems;
using Soccer.Forecasting;

namespace Soccer.Api.Fixtures;

/// <summary>A part of a team's name, without case and accents.</summary>
sealed class NamePart
{
    /// <summary>Characters of one at most.</summary>
    public const int Longest = 100;

    readonly string plain;

    NamePart(string text) => plain = TeamName.Plain(text);

    /// <summary>Reads one.</summary>
    /// <exception cref="InvalidInputException">It is blank, or too long for a name.</exception>
    public static NamePart Read(string field, string text) => TeamName.Normalise(text) is { Length: > 0 and <= Longest } part
        ? new(part)
        : throw new InvalidInputException(
            field, text, $"{field} must be a part of a team's name, 1 to {Longest} characters, such as Arsenal");

    /// <summary>Whether a name has it.</summary>
    public bool IsIn(string name) => TeamName.Plain(TeamName.Normalise(name)).Contains(plain, StringComparison.Ordinal);
}
