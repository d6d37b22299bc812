using Soccer.Tables.Validate;

namespace Soccer.Predict.OneMatch;

/// <summary>Finds teams by what people call them.</summary>
public sealed class TeamDirectory(IReadOnlyList<TeamRow> teams)
{
    /// <summary>The team of a name, in a country where one is known.</summary>
    /// <exception cref="UnanswerableRequestException">There is none, or several countries have one; the nearest names are suggested.</exception>
    public TeamRow Find(string field, string name, string? country)
    {
        var among = country is null ? teams : [.. teams.Where(team => team.Country == country)];
        var wanted = Plain(name);
        var found = among.Where(team => Plain(team.Name) == wanted).ToList();
        return found switch
        {
            [var team] => team,
            [] => throw new UnanswerableRequestException(
                field, $"no team called '{name}' is known{(country is null ? "" : $" in {country}")}", [.. Nearest(wanted, among)]),
            _ => throw new UnanswerableRequestException(
                field, $"'{name}' is a team in {string.Join(" and in ", found.Select(team => team.Country))}; name the division", [.. found.Select(team => team.Name)]),
        };
    }

    /// <summary>At most three names, nearest first: one that begins as the other does, else one of which no more than half would have to change.</summary>
    static IEnumerable<string> Nearest(string wanted, IReadOnlyList<TeamRow> among) => wanted.Length == 0 ? [] : among
        .Select(team => (team.Name, Plain: Plain(team.Name)))
        .Where(team => team.Plain.Length > 0)
        .Select(team => (team.Name, team.Plain, Distance: IsBeginning(team.Plain, wanted) ? 0 : Distance(wanted, team.Plain)))
        .Where(team => team.Distance <= Math.Max(wanted.Length, team.Plain.Length) / 2)
        .OrderBy(team => team.Distance)
        .ThenBy(team => team.Name, StringComparer.Ordinal)
        .Select(team => team.Name)
        .Distinct()
        .Take(3);

    static bool IsBeginning(string one, string other) => one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);

    static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Levenshtein: letters to add, drop or change.</summary>
    static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
