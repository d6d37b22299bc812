using System.Collections.Frozen;

namespace Soccer.Forecasting.Naming;

/// <summary>
/// What clubs are also called. The list, Nicknames.txt, has a country's clubs under its name in brackets, each as the source spells it:
/// Tottenham = Spurs, THFC.
/// </summary>
static class Nicknames
{
    static readonly FrozenDictionary<(string Country, string Club), string[]> All =
        Read().ToFrozenDictionary(club => (club.Country, KeyOf(club.Name)), club => club.Names);

    static readonly FrozenSet<string> Countries = Division.All.Select(division => division.Country).ToFrozenSet();

    static readonly ILookup<string, string[]> AnyCountry = All.ToLookup(club => club.Key.Club, club => club.Value);

    /// <summary>The nicknames of a club. In a country that is not published the club's name alone counts.</summary>
    public static IEnumerable<string> Of(KnownTeam team) => Countries.Contains(team.Country)
        ? All.GetValueOrDefault((team.Country, KeyOf(team.Name)), [])
        : AnyCountry[KeyOf(team.Name)].SelectMany(names => names);

    /// <summary>The name of a club without what does not count: the source has had M'Gladbach and M'gladbach.</summary>
    public static string KeyOf(string name) => TeamName.KeyOf(TeamName.Normalise(name));

    /// <summary>Every club of the list with its nicknames.</summary>
    public static IReadOnlyList<(string Country, string Name, string[] Names)> Read()
    {
        List<(string, string, string[])> clubs = [];
        using var list = new StreamReader(typeof(Nicknames).Assembly.GetManifestResourceStream("Soccer.Forecasting.Naming.Nicknames.txt")!);
        var country = "";
        while (list.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
                country = line.Trim('[', ']');
            else if (line.Split(" = ") is [var club, var names])
                clubs.Add((country, club, names.Split(", ")));
        }
        return clubs;
    }
}
