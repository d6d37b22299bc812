using System.Globalization;
using System.Text.RegularExpressions;
using Soccer.Csv;

namespace Soccer.Source.Replay;

/// <summary>Cells of files in other people's habits, as the publisher writes them. The publisher's own stay as they are.</summary>
static partial class PlainCells
{
    /// <summary>A day as dd/mm/yyyy, unless it is written so or nearly so.</summary>
    public static string Date(string cell, DateOrder order) =>
        order == DateOrder.DayFirst && cell.Contains('/') || DateCell.Read(cell, order) is not { } day
            ? cell
            : day.ToString("dd\\/MM\\/yyyy", CultureInfo.InvariantCulture);

    /// <summary>A decimal comma, where commas don't part the cells, is a point.</summary>
    public static string Number(string cell, char separator) =>
        separator != ',' && DecimalComma.IsMatch(cell) ? cell.Replace(',', '.') : cell;

    [GeneratedRegex(@"^-?\d+,\d+$")]
    static partial Regex DecimalComma { get; }
}
