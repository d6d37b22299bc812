namespace Soccer.Cli.Lists;

/// <summary>Which columns a line has room for, and how wide each may be.</summary>
static class ColumnFit
{
    /// <summary>Characters between two columns.</summary>
    public const int Gap = 2;

    /// <summary>Characters of a line of columns of these widths.</summary>
    public static int WidthOf(IReadOnlyCollection<int> columns) => columns.Sum() + Gap * Math.Max(0, columns.Count - 1);

    /// <summary>
    /// The columns that stay, by their places, with their widths. Those of the highest rank are left out first, those of one rank together,
    /// until
    /// the rest fits; those of rank 0 stay, whether they fit or not. What is over goes to the columns that have less than they want, from
    /// the left.
    /// </summary>
    /// <param name="columns">Width of the widest cell, the least width at which nothing is broken but between words, and the rank.</param>
    /// <param name="width">Characters of a line.</param>
    public static IReadOnlyList<(int Place, int Width)> Choose(IReadOnlyList<(int Width, int Least, int Rank)> columns, int width)
    {
        var places = Enumerable.Range(0, columns.Count).ToList();
        while (WidthOf([.. places.Select(place => columns[place].Least)]) > width && places.Max(place => columns[place].Rank) is > 0 and var rank)
            places.RemoveAll(place => columns[place].Rank == rank);
        var spare = Math.Max(0, width - WidthOf([.. places.Select(place => columns[place].Least)]));
        var chosen = new List<(int, int)>();
        foreach (var place in places)
        {
            var more = Math.Min(spare, columns[place].Width - columns[place].Least);
            spare -= more;
            chosen.Add((place, columns[place].Least + more));
        }
        return chosen;
    }
}
