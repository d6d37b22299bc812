using System.Diagnostics.CodeAnalysis;

namespace Soccer.Forecasting.Features;

/// <summary>What a family knows by key: a row of numbers a team, or a division, or a pair of teams. Rows start as zeros unless told otherwise.</summary>
/// <param name="width">Numbers a row.</param>
/// <param name="order">The order in which rows are written, so that equal states are equal bytes.</param>
/// <param name="write">Writes a key.</param>
/// <param name="read">Reads a key.</param>
sealed class StateTable<TKey>(int width, IComparer<TKey> order, Action<BinaryWriter, TKey> write, Func<BinaryReader, TKey> read)
    where TKey : notnull
{
    readonly Dictionary<TKey, double[]> rows = [];

    /// <summary>Looks a row up and adds nothing.</summary>
    public bool TryFind(TKey key, [NotNullWhen(true)] out double[]? row) => rows.TryGetValue(key, out row);

    /// <summary>The row, added as zeros where there was none.</summary>
    public double[] Of(TKey key)
    {
        if (!rows.TryGetValue(key, out var row))
            rows.Add(key, row = new double[width]);

        return row;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(rows.Count);
        foreach (var key in rows.Keys.Order(order))
        {
            write(writer, key);
            foreach (var value in rows[key])
                writer.Write(value);
        }
    }

    public void Load(BinaryReader reader)
    {
        rows.Clear();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var key = read(reader);
            var row = new double[width];
            foreach (ref var value in row.AsSpan())
                value = reader.ReadDouble();

            rows.Add(key, row);
        }
    }
}

/// <summary>The kinds of keys that families use.</summary>
static class StateTable
{
    public static StateTable<long> OfTeams(int width) => new(width, Comparer<long>.Default, (writer, team) => writer.Write(team), reader => reader.ReadInt64());

    public static StateTable<string> OfDivisions(int width) => new(width, StringComparer.Ordinal, (writer, code) => writer.Write(code), reader => reader.ReadString());

    /// <summary>Two teams whatever the venue: the key has the smaller id first.</summary>
    public static StateTable<(long, long)> OfPairs(int width) => new(
        width,
        Comparer<(long, long)>.Default,
        (writer, pair) =>
        {
            writer.Write(pair.Item1);
            writer.Write(pair.Item2);
        },
        reader => (reader.ReadInt64(), reader.ReadInt64()));
}
