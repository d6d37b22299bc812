namespace Soccer.Forecasting.Features;

/// <summary>Matches in order of date, then id, as days.</summary>
static class MatchDays
{
    /// <summary>The first match after the day of this one; the number of matches where there is none.</summary>
    public static int End(IReadOnlyList<Match> matches, int match)
    {
        var next = match + 1;
        while (next < matches.Count && matches[next].Date == matches[match].Date)
            next++;

        return next;
    }

    /// <summary>Checks that matches can be gone through.</summary>
    /// <exception cref="ArgumentException">They are out of order, or one is on or before a day already learnt.</exception>
    public static void CheckOrder(IReadOnlyList<Match> matches, DateOnly? learntThrough)
    {
        if (matches.Count > 0 && matches[0].Date <= learntThrough)
            throw new ArgumentException(
                $"Match {matches[0].Id} is on {matches[0].Date:yyyy-MM-dd}, but results up to {learntThrough:yyyy-MM-dd} have been learnt; start a new pass to learn the past again.", nameof(matches));

        for (var i = 1; i < matches.Count; i++)
            if ((matches[i - 1].Date, matches[i - 1].Id).CompareTo((matches[i].Date, matches[i].Id)) >= 0)
                throw new ArgumentException(
                    $"Match {matches[i].Id} of {matches[i].Date:yyyy-MM-dd} stands after match {matches[i - 1].Id} of {matches[i - 1].Date:yyyy-MM-dd}; matches must be in order of date, then id, each once.", nameof(matches));
    }
}
