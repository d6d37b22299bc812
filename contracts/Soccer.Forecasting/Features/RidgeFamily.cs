using System.Runtime.Intrinsics;
using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Features;

/// <summary>
/// Attack and defence in up to four statistics by decayed ridge regression over a country's divisions (<see cref="DecayedRidge"/>), in shares of the division's mean for the side: a
/// team that makes 12 shots where 10 are usual made .2 above. A match counts where all the statistics are known. Missing for a team of which they were never seen, or not for two years.
/// </summary>
public sealed class RidgeFamily : IFeatureFamily
{
    readonly Statistic[] statistics;
    readonly DivisionMeans[] means;
    readonly double[] perLevel;
    readonly CountryRidges countries;

    /// <summary>A family of one half-life.</summary>
    /// <param name="name">The family's name.</param>
    /// <param name="halfLife">Days after which a match counts half.</param>
    /// <param name="ridge">How many newest matches the level of the division counts as much as.</param>
    /// <param name="statistics">What is counted, and by what share of the mean attack and defence are lower for each level below the top.</param>
    public RidgeFamily(string name, int halfLife, double ridge, params (Statistic Counted, double PerLevel)[] statistics)
    {
        Name = $"{name}_ridge_{halfLife}";
        this.statistics = [.. statistics.Select(statistic => statistic.Counted)];
        perLevel = [.. statistics.Select(statistic => statistic.PerLevel)];
        means = [.. this.statistics.Select(statistic => new DivisionMeans(statistic))];
        countries = new(halfLife, ridge);
        Features =
        [
            .. from statistic in this.statistics
               let start = $"{Statistics.NameOf(statistic)}_ridge_{halfLife}"
               let word = Statistics.WordOf(statistic)
               from feature in (Feature[])
               [
                   new($"{start}_difference", $"{word} expected of the home team less those of the away team, in shares of the division's means, half-life {halfLife} days"),
                   new($"{start}_home", $"{word} expected of the home team, half-life {halfLife} days"),
                   new($"{start}_away", $"{word} expected of the away team, half-life {halfLife} days"),
               ]
               select feature,
        ];
    }

    public string Name { get; }

    public IReadOnlyList<Feature> Features { get; }

    public void Describe(Match match, Span<float> values)
    {
        values.Fill(float.NaN);
        if (countries.Find(match.Division) is not { } teams || !teams.TryFind(match.Home, out var home) || !teams.TryFind(match.Away, out var away))
            return;

        var (first, second) = (home.Attack - away.Defence, away.Attack - home.Defence);
        for (var i = 0; i < statistics.Length; i++)
        {
            var mean = means[i].Of(match.Division);
            values[3 * i] = (float)(first[i] - second[i]);
            values[3 * i + 1] = (float)(mean.Home * (1 + first[i]));
            values[3 * i + 2] = (float)(mean.Away * (1 + second[i]));
        }
    }

    public void Learn(Match match)
    {
        Span<double> made = stackalloc double[3 * Vector256<double>.Count];
        made.Clear();
        var home = made[..Vector256<double>.Count];
        var away = made[home.Length..(2 * home.Length)];
        var level = made[(2 * home.Length)..];
        for (var i = 0; i < statistics.Length; i++)
            if (!Statistics.TryRead(match, statistics[i], out home[i], out away[i]))
                return;

        for (var i = 0; i < statistics.Length; i++)
        {
            var mean = means[i].Of(match.Division);
            means[i].Learn(match.Division, home[i], away[i]);
            (home[i], away[i]) = (home[i] / mean.Home - 1, away[i] / mean.Away - 1);
            level[i] = -perLevel[i] * (Levels.Of(match.Division) - 1);
        }

        countries.Of(match.Division).Learn(match.Date.DayNumber, match.Home, match.Away, Vector256.Create<double>(home), Vector256.Create<double>(away), Vector256.Create<double>(level));
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
}
