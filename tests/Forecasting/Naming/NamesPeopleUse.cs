namespace Soccer.Forecasting.Tests.Naming;

/// <summary>The teams of football-data.co.uk, and what people call them.</summary>
static class NamesPeopleUse
{
    /// <summary>Every team, and its division where it plays in the newest season.</summary>
    static readonly List<(KnownTeam Team, string? Division)> Known =
        [.. Lines("known.tsv").Select((cells, at) => (new KnownTeam(at + 1, cells[0], cells[2]), cells[1] == "-" ? null : cells[1]))];

    public static TeamDirectory Teams { get; } = Of(Known);

    /// <summary>The names of a list, and what is found or suggested first for each.</summary>
    /// <param name="file">A line each: the division that is asked about, the name that is written, the club.</param>
    /// <param name="namesDivision">Whether the division is told.</param>
    public static IReadOnlyList<Answered> Answers(string file, bool namesDivision) =>
    [
        .. Lines(file).Select(cells => new Answered(cells[1], cells[2], First(Teams, cells[1], namesDivision ? cells[0] : null))),
    ];

    /// <summary>The same where the club itself is not known.</summary>
    public static IReadOnlyList<Answered> AnswersWithoutTheClub(string file) =>
    [
        .. Lines(file).Select(cells => new Answered(cells[1], cells[2], First(Of(Others(cells[0], cells[2])), cells[1], cells[0]))),
    ];

    /// <summary>The team that is found, or else the first that is suggested; empty where there is none.</summary>
    public static string First(TeamDirectory teams, string name, string? division)
    {
        var scope = new TeamScope(division is null ? null : Division.Of(division)!.Country, division);
        return teams.TryFind(name, scope, out var team, out var unknown) ? team.Name : unknown.Suggestions.FirstOrDefault("");
    }

    static List<(KnownTeam Team, string? Division)> Others(string division, string club) =>
        Known.FindAll(known => known.Team.Country == Division.Of(division)!.Country && known.Team.Name != club);

    static TeamDirectory Of(List<(KnownTeam Team, string? Division)> known) => new(
        [.. known.Select(team => team.Team)],
        known.Where(team => team.Division is not null).ToDictionary(team => team.Team.Id, team => team.Division!));

    static IEnumerable<string[]> Lines(string file)
    {
        using var reader = new StreamReader(typeof(NamesPeopleUse).Assembly.GetManifestResourceStream(file)!);
        while (reader.ReadLine() is { } line)
            yield return line.Split('\t');
    }

    /// <param name="Written">The name.</param>
    /// <param name="Club">Whose it is.</param>
    /// <param name="First">What is found or suggested first.</param>
    public sealed record Answered(string Written, string Club, string First)
    {
        public bool IsRight => First == Club;

        public bool IsWrong => First.Length > 0 && !IsRight;
    }
}
