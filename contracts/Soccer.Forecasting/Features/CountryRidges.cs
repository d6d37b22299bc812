using System.Runtime.Intrinsics;
using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Features;

/// <summary>How fast a ridge forgets, and how hard it pulls.</summary>
/// <param name="HalfLife">Days after which a match counts half.</param>
/// <param name="Ridge">How many newest matches the level counts as much as.</param>
public readonly record struct RidgeSpeed(int HalfLife, double Ridge);

/// <summary>
/// A <see cref="DecayedRidge"/> a country and speed, over all its divisions: teams that go up or down tie them together. The slowest is pulled towards the divisions' levels, each of the others
/// towards the next slower one. Countries are those of <see cref="Division.Of"/>; a text that is no code is a country of its own.
/// </summary>
/// <param name="speeds">From fast to slow.</param>
sealed class CountryRidges(params RidgeSpeed[] speeds)
{
    readonly SortedDictionary<string, DecayedRidge[]> countries = new(StringComparer.Ordinal);

    /// <summary>The ridges of a division's country in the order of their speeds; none where nothing was learnt there.</summary>
    public DecayedRidge[]? Find(string division) => countries.GetValueOrDefault(CountryOf(division));

    /// <summary>Learns from a match, as <see cref="DecayedRidge.Learn"/> does.</summary>
    public void Learn(Match match, Vector256<double> homeMade, Vector256<double> awayMade, Vector256<double> level)
    {
        var country = CountryOf(match.Division);
        if (!countries.TryGetValue(country, out var ridges))
            countries.Add(country, ridges = Create());

        foreach (var ridge in ridges)
            ridge.Learn(match.Date.DayNumber, match.Home, match.Away, homeMade, awayMade, level);
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(countries.Count);
        foreach (var (country, ridges) in countries)
        {
            writer.Write(country);
            foreach (var ridge in ridges)
                ridge.Save(writer);
        }
    }

    public void Load(BinaryReader reader)
    {
        countries.Clear();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var ridges = Create();
            countries.Add(reader.ReadString(), ridges);
            foreach (var ridge in ridges)
                ridge.Load(reader);
        }
    }

    DecayedRidge[] Create()
    {
        var ridges = new DecayedRidge[speeds.Length];
        for (var i = speeds.Length - 1; i >= 0; i--)
            ridges[i] = new(speeds[i].HalfLife, speeds[i].Ridge, i + 1 < speeds.Length ? ridges[i + 1] : null);

        return ridges;
    }

    static string CountryOf(string division) => Division.Of(division)?.Country ?? division;
}
