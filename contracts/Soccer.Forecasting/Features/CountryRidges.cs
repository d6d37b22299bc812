using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Features;

/// <summary>One <see cref="DecayedRidge"/> a country, over all its divisions: teams that go up or down tie them together. A division that is not among <see cref="Division.All"/> is a country of its own.</summary>
sealed class CountryRidges(double halfLife, double ridge)
{
    readonly SortedDictionary<string, DecayedRidge> countries = new(StringComparer.Ordinal);

    /// <summary>The ridge of a division's country, where it has one yet.</summary>
    public DecayedRidge? Find(string division) => countries.GetValueOrDefault(CountryOf(division));

    /// <summary>The ridge of a division's country, added empty where there was none.</summary>
    public DecayedRidge Of(string division)
    {
        var country = CountryOf(division);
        if (!countries.TryGetValue(country, out var found))
            countries.Add(country, found = new(halfLife, ridge));

        return found;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(countries.Count);
        foreach (var (country, teams) in countries)
        {
            writer.Write(country);
            teams.Save(writer);
        }
    }

    public void Load(BinaryReader reader)
    {
        countries.Clear();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var teams = new DecayedRidge(halfLife, ridge);
            countries.Add(reader.ReadString(), teams);
            teams.Load(reader);
        }
    }

    static string CountryOf(string division) => Division.Find(division)?.Country ?? division;
}
