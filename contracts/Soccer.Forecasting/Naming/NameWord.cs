using System.Text;

namespace Soccer.Forecasting.Naming;

/// <summary>A word of a team's name, in lower case without accents.</summary>
/// <param name="Text">The word.</param>
/// <param name="Spelling">Of a word that has several spellings, or names in several languages, the one that stands for all.</param>
/// <param name="Weight">How much it says about which club it is: 1, or less for a word that many clubs have.</param>
readonly record struct NameWord(string Text, string Spelling, double Weight)
{
    /// <summary>Says next to nothing: FC, 1899.</summary>
    public const double Filler = 0.08;

    /// <summary>Tells two clubs of a town apart: United, City.</summary>
    public const double Kind = 0.4;

    /// <summary>The words of a name. Initials are one word, whether with full stops or without: F.C.</summary>
    public static NameWord[] Of(string name)
    {
        var words = Split(TeamName.Plain(TeamName.Normalise(name)));
        var joined = new List<string>(words.Count);
        var isInitials = false;
        foreach (var word in words)
        {
            if (word.Length == 1 && isInitials && char.IsAsciiLetter(word[0]))
                joined[^1] += word;
            else
                joined.Add(word);
            isInitials = word.Length == 1 && char.IsAsciiLetter(word[0]) && joined[^1].Length < 5;
        }
        return [.. joined.Select(word => new NameWord(word, WordTable.OneSpelling(word), WordTable.WeightOf(WordTable.OneSpelling(word))))];
    }

    /// <summary>An apostrophe joins what stands on both its sides.</summary>
    static List<string> Split(string plain)
    {
        List<string> words = [];
        var word = new StringBuilder();
        foreach (var letter in $"{plain.Replace("&", " and ", StringComparison.Ordinal)} ")
        {
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
                word.Append(letter);
            else if (letter != '\'' && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        return words;
    }
}
