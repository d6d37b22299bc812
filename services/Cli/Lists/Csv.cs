using System.Globalization;
using nietras.SeparatedValues;

namespace Soccer.Cli.Lists;

/// <summary>CSV as RFC 4180 has it: a line of heads, then one an item.</summary>
static class Csv
{
    /// <summary>The whole file. Numbers are in full, days are yyyy-mm-dd, instants are UTC with a Z; what is unknown is empty.</summary>
    public static string Of(IReadOnlyList<string> heads, IEnumerable<IEnumerable<object?>> rows)
    {
        using var writer = Sep.New(',').Writer(options => options with { Escape = true, WriteHeader = false }).ToText();
        foreach (var line in rows.Select(row => row.Select(TextOf)).Prepend(heads))
        {
            using var row = writer.NewRow();
            foreach (var (place, text) in line.Index())
                row[place].Set(text);
        }
        return writer.ToString();
    }

    static string TextOf(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        DateTime instant => instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"{value}",
    };
}
