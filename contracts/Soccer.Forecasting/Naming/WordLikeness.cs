namespace Soccer.Forecasting.Naming;

/// <summary>How alike two words are, 0 to 1.</summary>
static class WordLikeness
{
    /// <summary>Two spellings of a word may still be two clubs': Athletic of Bilbao and Atlético of Madrid.</summary>
    const double OfSpellings = 0.95;

    /// <summary>The known word is a beginning of the asked one (Man, Manchester), by its letters: one, two, or more.</summary>
    const double OfOneLetter = 0.5, OfTwoLetters = 0.6, OfBeginning = 0.85;

    /// <summary>The asked word is a beginning of the known one: the more of it, the nearer.</summary>
    const double OfAskedBeginning = 0.6, OfWholeWord = 0.35;

    /// <summary>Rennes, Rennais: the letters that two forms of a word have in common at least, and the share of the shorter one.</summary>
    const int LeastCommon = 5;
    const double LeastShare = 0.65, OfForms = 0.7;

    /// <summary>Weds, Wednesday; and of three letters: Rvs, Rovers.</summary>
    const double OfAbbreviation = 0.75, OfThreeLetters = 0.65;

    /// <summary>Letters of a word for each one that may be wrong.</summary>
    const int LettersAnError = 5;

    /// <summary>What an error in the first letter costs: who mistypes seldom does so at once.</summary>
    const double AtFirstLetter = 0.15;

    /// <summary>1 for the same word, 0 for another; between them beginnings, abbreviations and misspellings.</summary>
    public static double Of(NameWord asked, NameWord known)
    {
        if (asked.Text == known.Text)
            return 1;
        if (asked.Spelling == known.Spelling)
            return OfSpellings;
        if (asked.Weight == NameWord.Filler || known.Weight == NameWord.Filler)
            return 0;
        var (brief, full) = asked.Text.Length < known.Text.Length ? (asked.Text, known.Text) : (known.Text, asked.Text);
        var common = brief.AsSpan().CommonPrefixLength(full);
        if (common == brief.Length)
            return brief.Length switch
            {
                1 => OfOneLetter,
                2 => OfTwoLetters,
                _ => brief == known.Text ? OfBeginning : OfAskedBeginning + (OfWholeWord * brief.Length / full.Length),
            };
        if (OfMisspelt(brief, full) is > 0 and var misspelt)
            return misspelt;
        if (common >= LeastCommon && common >= LeastShare * brief.Length)
            return OfForms;
        return common > 0 && IsAbbreviation(brief, full) ? brief.Length > 3 ? OfAbbreviation : OfThreeLetters : 0;
    }

    /// <summary>Above 0 where a letter or two of a long word have to change.</summary>
    public static double OfMisspelt(string one, string other)
    {
        var (brief, full) = one.Length < other.Length ? (one, other) : (other, one);
        var most = full.Length / LettersAnError;
        var differsAtBothEnds = brief.Length == 0 || (brief[0] != full[0] && brief[^1] != full[^1]);
        if (most == 0 || full.Length - brief.Length > most || differsAtBothEnds)
            return 0;
        var distance = Distance(brief, full);
        if (distance > most)
            return 0;
        // Southampton and Northampton are two towns.
        return 1 - ((double)distance / full.Length) - (brief[0] == full[0] ? 0 : distance == 1 ? AtFirstLetter : 1);
    }

    /// <summary>Whether all letters of a word are in the other, in their order, and it ends in two consonants: Weds, Wednesday.</summary>
    static bool IsAbbreviation(string brief, string full)
    {
        if (brief.Length < 3 || IsVowel(brief[^1]) || IsVowel(brief[^2]))
            return false;
        var at = 0;
        foreach (var letter in full)
            if (at < brief.Length && letter == brief[at])
                at++;
        return at == brief.Length;
    }

    static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

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
                var change = cells[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                cells[i, j] = Math.Min(Math.Min(cells[i - 1, j], cells[i, j - 1]) + 1, change);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    cells[i, j] = Math.Min(cells[i, j], cells[i - 2, j - 2] + 1);
            }
        return cells[one.Length, other.Length];
    }
}
