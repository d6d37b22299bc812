using Soccer.Forecasting;

namespace Soccer.Api.Problems;

/// <summary>Reads a league that a caller sent by its division's code or by its name, or says what is wrong with it.</summary>
static class Leagues
{
    /// <summary>
    /// A division by its code, its country and name, its name alone, or a part that only one has; null if nothing was sent.
    /// </summary>
    /// <param name="field">Where it stood.</param>
    /// <param name="text">What was sent; case and accents do not matter.</param>
    /// <param name="played">The codes that the newest dataset has; null or empty if they are not known.</param>
    /// <exception cref="InvalidInputException">No league is called so, or several are.</exception>
    public static Division? Find(string field, string? text, IReadOnlyCollection<string>? played)
    {
        if (text is null)
            return null;
        var wanted = Plain(text);
        Division[] known = played is { Count: > 0 } ? [.. played.Select(Division.Of).OfType<Division>()] : [.. Division.All];
        var named = known.Where(division => Plain(division.Name) == wanted).ToList();
        return known.Concat(Division.All).FirstOrDefault(division => Plain(division.Code) == wanted || Plain(FullName(division)) == wanted)
            ?? named switch
            {
                [var only] => only,
                [] when Near(wanted, known) is [var near] => near,
                [] => throw Unknown(field, text, wanted, known),
                _ => throw new InvalidInputException(
                    field, text, $"several leagues are called '{text}': write one of the names under suggestions", Names(named)),
            };
    }

    /// <summary>The leagues whose names have a text as a part.</summary>
    static Division[] Near(string wanted, Division[] known) =>
        [.. known.Where(division => wanted.Length > 2 && Plain(FullName(division)).Contains(wanted, StringComparison.Ordinal))];

    static InvalidInputException Unknown(string field, string text, string wanted, Division[] known)
    {
        var near = Near(wanted, known);
        return new(
            field, text, $"there is no league '{text}': write a division's code such as E0, or one of the names under suggestions",
            Names(near.Length > 0 ? near : known));
    }

    static string[] Names(IEnumerable<Division> divisions) => [.. divisions.Select(FullName)];

    static string FullName(Division division) => $"{division.Country} {division.Name}";

    static string Plain(string text) => TeamName.Plain(TeamName.Normalise(text));
}
