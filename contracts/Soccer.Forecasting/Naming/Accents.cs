using System.Collections.Frozen;
using System.Text;

namespace Soccer.Forecasting.Naming;

/// <summary>
/// Unicode's canonical forms (UAX #15) of the letters of <see cref="AccentTable"/> and of Korean syllables.
/// <see cref="string.Normalize()"/> changes nothing in a program that runs with invariant globalisation, as all of these do.
/// </summary>
public static class Accents
{
    /// <summary>The first character that a mark, or a letter of another spelling, can be.</summary>
    const char FirstMark = '\u0300';

    const int Syllables = 0xAC00, Leads = 0x1100, Vowels = 0x1161, Tails = 0x11A7, LeadCount = 19, VowelCount = 21, TailCount = 28;

    static readonly FrozenDictionary<char, byte> Classes = AccentTable.Marks.ToFrozenDictionary(mark => mark.Mark, mark => mark.Class);

    static readonly FrozenDictionary<(char, char), char> Composed = AccentTable.Marks
        .SelectMany(mark => mark.Letters.Chunk(2).Select(letters => (From: (letters[0], mark.Mark), To: letters[1])))
        .ToFrozenDictionary(letter => letter.From, letter => letter.To);

    static readonly FrozenDictionary<char, string> Decomposed = Composed
        .Select(letter => (letter.Value, $"{letter.Key.Item1}{letter.Key.Item2}"))
        .Concat(AccentTable.Doubles.Chunk(2).Select(letters => (letters[0], $"{letters[1]}")))
        .ToFrozenDictionary(letter => letter.Item1, letter => letter.Item2);

    /// <summary>Each letter as one character, where there is one: normalisation form C.</summary>
    public static string Compose(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange(FirstMark, char.MaxValue))
            return text;
        var letters = Decompose(text);
        var composed = new StringBuilder(letters.Length);
        var (starter, before) = (-1, 0);
        foreach (var letter in letters)
        {
            var place = ClassOf(letter);
            // A mark of the same place between the two keeps them apart.
            var isFree = starter >= 0 && (starter == composed.Length - 1 || (before > 0 && before < place));
            if (isFree && TryCompose(composed[starter], letter, out var both))
            {
                composed[starter] = both;
                continue;
            }
            if (place == 0)
                starter = composed.Length;
            before = place;
            composed.Append(letter);
        }
        return composed.ToString();
    }

    /// <summary>Letters before their marks, each a character of its own, in the order of their places: normalisation form D.</summary>
    public static string Decompose(string text)
    {
        var letters = new List<char>(text.Length + 8);
        foreach (var letter in text)
            Decompose(letter, letters);
        for (var end = 1; end < letters.Count; end++)
            for (var at = end; at > 0 && ClassOf(letters[at]) > 0 && ClassOf(letters[at - 1]) > ClassOf(letters[at]); at--)
                (letters[at - 1], letters[at]) = (letters[at], letters[at - 1]);
        return string.Concat(letters);
    }

    /// <summary>Whether a character is a mark that names may be written without: what tells é from e. No Japanese mark is one.</summary>
    public static bool IsAccent(char letter) => letter is >= '\u0300' and <= '\u036F';

    static int ClassOf(char letter) => letter < FirstMark ? 0 : Classes.GetValueOrDefault(letter);

    static void Decompose(char letter, List<char> into)
    {
        if (letter - Syllables is >= 0 and < LeadCount * VowelCount * TailCount and var syllable)
        {
            into.Add((char)(Leads + (syllable / TailCount / VowelCount)));
            into.Add((char)(Vowels + (syllable / TailCount % VowelCount)));
            if (syllable % TailCount > 0)
                into.Add((char)(Tails + (syllable % TailCount)));
            return;
        }
        if (!Decomposed.TryGetValue(letter, out var parts))
        {
            into.Add(letter);
            return;
        }
        foreach (var part in parts)
        {
            if (part == letter)
                into.Add(part);
            else
                Decompose(part, into);
        }
    }

    static bool TryCompose(char starter, char letter, out char both)
    {
        if (starter - Leads is >= 0 and < LeadCount and var lead && letter - Vowels is >= 0 and < VowelCount and var vowel)
        {
            both = (char)(Syllables + (((lead * VowelCount) + vowel) * TailCount));
            return true;
        }
        var isOpen = starter - Syllables is >= 0 and < LeadCount * VowelCount * TailCount and var syllable && syllable % TailCount == 0;
        if (isOpen && letter - Tails is > 0 and < TailCount and var tail)
        {
            both = (char)(starter + tail);
            return true;
        }
        return Composed.TryGetValue((starter, letter), out both);
    }
}
