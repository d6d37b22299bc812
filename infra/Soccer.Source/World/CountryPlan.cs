namespace Soccer.Source.World;

/// <summary>A simulated country: its divisions from the top down, and the clubs without a division that wait below.</summary>
/// <param name="Name">As in the data: England.</param>
/// <param name="Divisions">From the top level down.</param>
/// <param name="Waiting">Number of clubs below the lowest division.</param>
/// <param name="AwayGoals">What an average side scores away to an average side of the same level, per match.</param>
/// <param name="League">The league's name where the country is a "new league": one file, closing odds only, seasons of a calendar year; else none.</param>
public sealed record CountryPlan(string Name, DivisionPlan[] Divisions, int Waiting, double AwayGoals, string? League = null)
{
    /// <summary>Clubs of all levels and below.</summary>
    public int Clubs => Divisions.Sum(d => d.Teams) + Waiting;

    /// <summary>England: two levels, 20 and 24 clubs.</summary>
    public static CountryPlan England { get; } = new("England", [new("E0", 20, 2, 3), new("E1", 24, 2, 3)], 16, 1.22);

    /// <summary>Scotland: one level, where clubs meet four times a season.</summary>
    public static CountryPlan Scotland { get; } = new("Scotland", [new("SC0", 10, 4, 1)], 6, 1.18);

    /// <summary>Spain: two levels, 20 and 22 clubs.</summary>
    public static CountryPlan Spain { get; } = new("Spain", [new("SP1", 20, 2, 3), new("SP2", 22, 2, 4)], 14, 1.06);

    /// <summary>Argentina: a new league of 20 clubs.</summary>
    public static CountryPlan Argentina { get; } = new("Argentina", [new("ARG", 20, 2, 2)], 12, 1.02, "Liga Imaginaria");
}
