namespace Soccer.Forecasting.Naming;

/// <summary>How alike a name that somebody wrote and a known one are, 0 to 1.</summary>
static class NameLikeness
{
    /// <summary>What the asked name has and the known one lacks counts less than the reverse: known names are short.</summary>
    const double OfMoreAsked = 0.5;

    /// <summary>The club's own name comes before its town's: Chievo Verona.</summary>
    const double OfLater = 0.8;

    /// <summary>Each name has a word that the other lacks: Manchester United, Man City.</summary>
    const double OfOthers = 0.75;

    const double OfInitials = 0.8, OfTwoInitials = 0.5;

    const double LeastOfNickname = 0.75;
    const int LeastInitials = 2, MostInitials = 4;

    /// <summary>Bilbao Athletic is the second team of Athletic Bilbao.</summary>
    const double OfDisorder = 0.94;

    /// <summary>One of the two is a club's second team.</summary>
    const double OfReserves = 0.5;

    /// <summary>How alike a name is to a known one: the share of their words, by weight, that have a word of the other.</summary>
    public static double OfNames(NameWord[] asked, NameWord[] known) => Of(asked, known, OfMoreAsked);

    /// <summary>How alike a name is to a nickname. Nicknames stand for themselves: one with another word is another club's.</summary>
    public static double OfNickname(NameWord[] asked, NameWord[] nickname) =>
        Of(asked, nickname, 1) is >= LeastOfNickname and var likeness ? likeness : 0;

    static double Of(NameWord[] asked, NameWord[] known, double ofMoreAsked)
    {
        var near = Pairs(asked, known);
        if (near.Count == 0)
            return 0;
        double[] ofAsked = new double[asked.Length], ofKnown = new double[known.Length];
        List<(int From, int To)> pairs = [];
        foreach (var (likeness, from, many, to, toMany) in near.OrderByDescending(pair => pair.Likeness))
        {
            if (ofAsked.AsSpan(from, many).ContainsAnyExcept(0) || ofKnown.AsSpan(to, toMany).ContainsAnyExcept(0))
                continue;
            ofAsked.AsSpan(from, many).Fill(likeness);
            ofKnown.AsSpan(to, toMany).Fill(likeness);
            pairs.Add((from, to));
        }
        var ((both, missing, lacks), (_, more, hasMore)) = (Weigh(known, ofKnown, 1), Weigh(asked, ofAsked, OfLater));
        int[] order = [.. pairs.OrderBy(pair => pair.From).Select(pair => pair.To)];
        var isInOrder = order.SequenceEqual(order.Order());
        var isOfOneTeam = IsReserve(asked) == IsReserve(known);
        var factor = (lacks && hasMore ? OfOthers : 1) * (isOfOneTeam ? 1 : OfReserves) * (isInOrder ? 1 : OfDisorder);
        return both == 0 ? 0 : factor * both / (both + missing + (ofMoreAsked * more));
    }

    /// <summary>Whether a name is of a club's second team.</summary>
    public static bool IsReserve(NameWord[] words) => words.Any(word => WordTable.IsReserve(word.Text));

    static (double Both, double Missing, bool HasOther) Weigh(NameWord[] words, double[] likeness, double ofLater)
    {
        var (both, missing, hasOther, factor) = (0d, 0d, false, 1d);
        for (var at = 0; at < words.Length; at++)
        {
            both += factor * likeness[at] * words[at].Weight;
            missing += factor * (1 - likeness[at]) * words[at].Weight;
            hasOther |= likeness[at] == 0 && words[at].Weight > NameWord.Filler;
            if (words[at].Weight == 1)
                factor = ofLater;
        }
        return (both, missing, hasOther);
    }

    static List<(double Likeness, int From, int Many, int To, int ToMany)> Pairs(NameWord[] asked, NameWord[] known)
    {
        List<(double, int, int, int, int)> pairs = [];
        for (var from = 0; from < asked.Length; from++)
            for (var to = 0; to < known.Length; to++)
            {
                if (WordLikeness.Of(asked[from], known[to]) is > 0 and var likeness)
                    pairs.Add((likeness, from, 1, to, 1));
                if (IsInitials(known[to], asked, from))
                    pairs.Add((OfInitials, from, known[to].Text.Length, to, 1));
                if (IsInitials(asked[from], known, to))
                {
                    var many = asked[from].Text.Length;
                    pairs.Add((many == LeastInitials ? OfTwoInitials : OfInitials, from, 1, to, many));
                }
            }
        return pairs;
    }

    static bool IsInitials(NameWord word, NameWord[] words, int from)
    {
        var many = word.Text.Length;
        if (word.Weight == NameWord.Filler || many is < LeastInitials or > MostInitials || from + many > words.Length)
            return false;
        for (var at = 0; at < many; at++)
            if (words[from + at].Text[0] != word.Text[at])
                return false;
        return true;
    }
}
