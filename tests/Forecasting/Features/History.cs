using Soccer.Forecasting.Features;

namespace Soccer.Forecasting.Tests.Features;

/// <summary>A short history told match by match, a week between them, and what one family says of the next match.</summary>
sealed class History
{
    readonly List<Match> matches = [];
    DateOnly day = new(2024, 8, 10);

    /// <summary>One more match; the days to it from the last one.</summary>
    public History Then(long home, long away, int homeGoals, int awayGoals, string division = "E0", int season = 2024, int after = 7, TeamStatistics? homeDid = null, TeamStatistics? awayDid = null, Prices? opening = null, Prices? closing = null)
    {
        day = day.AddDays(after);
        matches.Add(new()
        {
            Id = matches.Count + 1,
            Division = division,
            Season = season,
            Date = day,
            Home = home,
            Away = away,
            FullTime = new(homeGoals, awayGoals),
            HomeStatistics = homeDid,
            AwayStatistics = awayDid,
            Opening = opening,
            Closing = closing,
        });
        return this;
    }

    /// <summary>What the family says of a match between these two, some days after the last one.</summary>
    public Dictionary<string, float> Next(IFeatureFamily family, long home, long away, string division = "E0", int season = 2024, int after = 7, Prices? opening = null)
    {
        var pass = new FeaturePass([family]);
        pass.Run(matches, (_, _) => { }, CancellationToken.None);
        var values = new float[pass.Schema.Features.Count];
        pass.Describe(new() { Id = 1, Division = division, Season = season, Date = day.AddDays(after), Home = home, Away = away, Opening = opening }, values);
        return pass.Schema.Features.Zip(values).ToDictionary(pair => pair.First.Name, pair => pair.Second);
    }
}
