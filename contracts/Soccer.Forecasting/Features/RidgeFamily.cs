using System.Runtime.Intrinsics;
using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Features;

/// <summary>A statistic whose attack and defence are lower for each level below the top, by a share of the mean.</summary>
public readonly record struct LevelledStatistic(Statistic Counted, double PerLevel);

/// <summary>
/// Attack and defence in up to four statistics by decayed ridge regression over a country's divisions (<see cref="DecayedRidge"/>), at several speeds, in shares of the division's mean
/// for the side: a team that makes 12 shots where 10 are usual made .2 above. A match counts where all the statistics are known. Missing for a team of which they were never seen, or not
/// for two years.
/// </summary>
public sealed class RidgeFamily : IFeatureFamily
{
    const double LeastTotal = 0.2;

    readonly LevelledStatistic[] statistics;
    readonly DivisionMeans[] means;
    readonly CountryRidges countries;
    readonly int totals;

    /// <summary>A family with a feature for each speed and statistic.</summary>
    /// <param name="name">What the statistics are together: play.</param>
    /// <param name="speeds">From fast to slow; each is pulled towards the next.</param>
    /// <param name="totals">The half-life at which what both teams make together is told too, or none.</param>
    /// <param name="statistics">At most four.</param>
    public RidgeFamily(string name, RidgeSpeed[] speeds, int? totals, LevelledStatistic[] statistics)
    {
        Name = $"{name}_ridge";
        this.statistics = statistics;
        means = [.. statistics.Select(statistic => new DivisionMeans(statistic.Counted))];
        countries = new(speeds);
        this.totals = Array.FindIndex(speeds, speed => speed.HalfLife == totals);
        Features =
        [
            .. from speed in speeds
               from statistic in statistics
               select new Feature(
                   $"{Statistics.NameOf(statistic.Counted)}_ridge_{speed.HalfLife}_difference",
                   $"{Statistics.WordOf(statistic.Counted)} expected of the home team less those of the away team, in shares of the division's means, and how far these are apart (ln); half-life {speed.HalfLife} days"),
            .. from statistic in totals is null ? [] : statistics
               select new Feature(
                   $"{Statistics.NameOf(statistic.Counted)}_ridge_{totals}_total_ratio",
                   $"ln of the {Statistics.WordOf(statistic.Counted)} expected of both teams together over the usual ones, half-life {totals} days"),
        ];
    }

    public string Name { get; }

    public IReadOnlyList<Feature> Features { get; }

    public void Describe(Match match, Span<float> values)
    {
        values.Fill(float.NaN);
        if (countries.Find(match.Division) is not { } speeds)
            return;

        for (var speed = 0; speed < speeds.Length; speed++)
        {
            if (!speeds[speed].TryFind(match.Home, out var home) || !speeds[speed].TryFind(match.Away, out var away))
                continue;

            var (expectedHome, expectedAway) = (home.Attack - away.Defence, away.Attack - home.Defence);
            for (var i = 0; i < statistics.Length; i++)
            {
                var mean = means[i].Of(match.Division);
                values[speed * statistics.Length + i] = (float)(expectedHome[i] - expectedAway[i] + Math.Log(mean.Home / mean.Away));
                if (speed == totals)
                    values[speeds.Length * statistics.Length + i] = (float)TotalRatio(statistics[i].Counted, mean.Home * (1 + expectedHome[i]) + mean.Away * (1 + expectedAway[i]));
            }
        }
    }

    public void Learn(Match match)
    {
        Span<double> home = stackalloc double[Vector256<double>.Count];
        Span<double> away = stackalloc double[Vector256<double>.Count];
        Span<double> level = stackalloc double[Vector256<double>.Count];
        home.Clear();
        away.Clear();
        level.Clear();
        for (var i = 0; i < statistics.Length; i++)
            if (!Statistics.TryRead(match, statistics[i].Counted, out home[i], out away[i]))
                return;

        for (var i = 0; i < statistics.Length; i++)
        {
            var mean = means[i].Of(match.Division);
            means[i].Learn(match.Division, home[i], away[i]);
            (home[i], away[i]) = (home[i] / mean.Home - 1, away[i] / mean.Away - 1);
            level[i] = -statistics[i].PerLevel * (Levels.Of(match.Division) - 1);
        }

        countries.Learn(match, Vector256.Create<double>(home), Vector256.Create<double>(away), Vector256.Create<double>(level));
    }

    public void Save(BinaryWriter writer)
    {
        foreach (var mean in means)
            mean.Save(writer);

        countries.Save(writer);
    }

    public void Load(BinaryReader reader)
    {
        foreach (var mean in means)
            mean.Load(reader);

        countries.Load(reader);
    }

    // Strengths are sums of shares: two poor attacks against two great defences could be expected to make less than nothing.
    static double TotalRatio(Statistic statistic, double total)
    {
        var usual = Statistics.Usual(statistic);
        return Math.Log(Math.Max(LeastTotal, total / (usual.Home + usual.Away)));
    }
}
