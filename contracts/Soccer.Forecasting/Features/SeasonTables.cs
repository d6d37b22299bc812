namespace Soccer.Forecasting.Features;

/// <summary>The tables of every division: this season's, and last season's for its length. Older ones are let go.</summary>
sealed class SeasonTables
{
    readonly Dictionary<(string Division, int Season), SeasonTable> tables = [];

    public SeasonTable? Find(string division, int season) => tables.GetValueOrDefault((division, season));

    public void Learn(Match match)
    {
        var key = (match.Division, match.Season);
        if (!tables.TryGetValue(key, out var table))
        {
            tables.Add(key, table = new());
            tables.Remove((match.Division, match.Season - 2));
        }

        table.Learn(match.Home, match.Away, match.FullTime!.Value);
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(tables.Count);
        foreach (var ((division, season), table) in tables.OrderBy(pair => pair.Key.Division, StringComparer.Ordinal).ThenBy(pair => pair.Key.Season))
        {
            writer.Write(division);
            writer.Write(season);
            table.Save(writer);
        }
    }

    public void Load(BinaryReader reader)
    {
        tables.Clear();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var division = reader.ReadString();
            tables.Add((division, reader.ReadInt32()), SeasonTable.Load(reader));
        }
    }
}
