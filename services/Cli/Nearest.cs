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

    /// <summary>
    /// The words, the nearest first if some are near. A word counts by itself and by its end, so that La Ligaa is near to Spain La Liga.
    /// </summary>
    public static string[] Order(string typed, IEnumerable<string> words)
    {
        var wanted = typed.ToLowerInvariant();
        var ranked = words.Select(word => (Word: word, Share: EndsOf(word.ToLowerInvariant()).Min(ShareOf))).ToList();
        return [.. (ranked.Exists(word => word.Share <= 0.5) ? ranked.OrderBy(word => word.Share) : ranked.AsEnumerable()).Select(word => word.Word)];

        double ShareOf(string end) => Distance(wanted, end) / (double)Math.Max(1, Math.Max(wanted.Length, end.Length));
    }

    /// <summary>What is left of a text behind each of its blanks, and all of it.</summary>
    static IEnumerable<string> EndsOf(string text) => text.Index().Where(at => at.Item == ' ').Select(at => text[(at.Index + 1)..]).Prepend(text);

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
