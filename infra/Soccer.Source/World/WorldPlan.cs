namespace Soccer.Source.World;

/// <summary>Everything that a simulated world is a function of: the same plan gives the same bytes.</summary>
/// <param name="Seed">Any number.</param>
/// <param name="FirstSeason">The year in which the first season begins.</param>
/// <param name="Seasons">Number of seasons, at least 1.</param>
/// <param name="Countries">What is played.</param>
/// <param name="Dirt">Whether the files have the real data's defects.</param>
public sealed record WorldPlan(ulong Seed, int FirstSeason, int Seasons, CountryPlan[] Countries, bool Dirt = true)
{
    /// <summary>Raised whenever the same plan would give other bytes, so that a folder written before is written again.</summary>
    public const int Generation = 2;

    /// <summary>Seasons of a world at most.</summary>
    public const int MostSeasons = 40;

    /// <summary>The demo's world: six divisions, eight seasons, some 18,000 matches, 2017/18 to 2024/25.</summary>
    public static WorldPlan Default { get; } =
        new(7, 2017, 8, [CountryPlan.England, CountryPlan.Scotland, CountryPlan.Spain, CountryPlan.Argentina]);

    /// <summary>For tests: one division of 12 clubs over four seasons, 528 matches, 2021/22 to 2024/25.</summary>
    public static WorldPlan Tiny { get; } =
        new(7, 2021, 4, [new("England", [new("E0", 12, 2, 2)], 4, 1.22)]);

    /// <summary>The year in which the last season begins.</summary>
    public int LastSeason => FirstSeason + Seasons - 1;

    /// <summary>Refuses what cannot be played.</summary>
    /// <exception cref="ArgumentException">A field is out of range; the message names it.</exception>
    public WorldPlan Checked()
    {
        if (Seasons is < 1 or > MostSeasons) throw new ArgumentException($"Seasons is {Seasons}; give 1 to {MostSeasons}.");
        if (FirstSeason is < 1993 or > 2050) throw new ArgumentException($"FirstSeason is {FirstSeason}; give 1993 to 2050.");
        foreach (var division in Countries.SelectMany(c => c.Divisions))
            if (division.Teams is < 4 or > 24 || division.Teams % 2 != 0 || division.Rounds > 60)
                throw new ArgumentException($"Division {division.Code} has {division.Teams} clubs and {division.Rounds} rounds; give an even number of 4 to 24 clubs and at most 60 rounds.");
        return this;
    }
}
