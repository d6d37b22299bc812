namespace Soccer.Source.World;

/// <summary>Turns a plan into files: pure, nothing is written here.</summary>
public static class WorldFiles
{
    /// <summary>Every file of the mirror as bytes, the truth of every match, and where the dirt is.</summary>
    public static (IReadOnlyList<(string Path, byte[] Bytes)> Mirror, IReadOnlyList<SimulatedMatch> Matches, IReadOnlyList<Defect> Dirt) Of(WorldPlan plan)
    {
        plan.Checked();
        var files = new List<(string Path, byte[] Bytes)>();
        var all = new List<SimulatedMatch>();
        var defects = new List<Defect>();
        foreach (var country in plan.Countries)
        {
            var matches = new CountrySimulation(plan, country).Play().ToList();
            all.AddRange(matches);
            foreach (var text in Texts(country, matches))
            {
                var dirt = new Dirt(plan, text.Path);
                files.Add((text.Path, dirt.Written(text)));
                defects.AddRange(dirt.Defects);
            }
        }
        return (files, all, defects);
    }

    /// <summary>A season's folder name: 2024 is 2425, 1999 is 9900.</summary>
    public static string SeasonCode(int season) => $"{season % 100:00}{(season + 1) % 100:00}";

    static IEnumerable<SeasonText> Texts(CountryPlan country, List<SimulatedMatch> matches) => country.League is null
        ? matches.GroupBy(m => (m.Season, m.Division)).Select(g => SeasonText.Of(
            $"mmz4281/{SeasonCode(g.Key.Season)}/{g.Key.Division}.csv", SeasonColumns.MainLeague(g.Key.Division, g.Key.Season), g))
        : [SeasonText.Of($"new/{country.Divisions[0].Code}.csv", SeasonColumns.NewLeague(country), matches)];
}
