namespace Soccer.Cli.Lists;

/// <summary>Ids as short as they can be told apart; every verb takes them so.</summary>
static class ShortIds
{
    /// <summary>Characters that are shown at least, and that the Api asks for.</summary>
    public const int Least = 8;

    /// <summary>Characters of an id that begins with its time: the first eight are the same for all of a minute.</summary>
    public const int LeastOfTimed = 13;

    /// <summary>Characters that tell these ids apart.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="least">How many at least.</param>
    public static int LengthFor(IEnumerable<string> ids, int least = Least)
    {
        var sorted = ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return sorted.Zip(sorted.Skip(1), (one, next) => CommonStart(one, next) + 1).Append(least).Max();
    }


    /// <summary>An id's beginning.</summary>
    public static string Of(string id, int length = Least) => id.Length > length ? id[..length] : id;

    static int CommonStart(string one, string other)
    {
        var at = 0;
        while (at < Math.Min(one.Length, other.Length) && one[at] == other[at])
            at++;
        return at;
    }
}
