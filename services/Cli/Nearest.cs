namespace Soccer.Cli;

/// <summary>Finds what somebody meant who mistyped it.</summary>
static class Nearest
{
    /// <summary>The word that is nearest; none where more than half of it would have to change.</summary>
    public static string? To(string typed, IEnumerable<string> words) => words
        .Select(word => (Word: word, Distance: Distance(typed.ToLowerInvariant(), word)))
        .Where(near => near.Distance <= Math.Max(near.Word.Length, typed.Length) / 2)
        .OrderBy(near => near.Distance).ThenBy(near => near.Word, StringComparer.Ordinal)
        .Select(near => near.Word).FirstOrDefault();

    /// <summary>Letters to add, drop, change, or swap with the next one (optimal string alignment).</summary>
    static int Distance(string one, string other)
    {
        var cells = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
            for (var j = 0; j <= other.Length; j++)
            {
                if (Math.Min(i, j) == 0)
                {
                    cells[i, j] = Math.Max(i, j);
                    continue;
                }
                cells[i, j] = Math.Min(Math.Min(cells[i - 1, j], cells[i, j - 1]) + 1, cells[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    cells[i, j] = Math.Min(cells[i, j], cells[i - 2, j - 2] + 1);
            }
        return cells[one.Length, other.Length];
    }
}
