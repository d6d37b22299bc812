using Soccer.Forecasting;

namespace Soccer.Train;

/// <summary>Played matches with their feature rows and odds, in the order of (date, match id). The order makes the model independent of how the rows were read.</summary>
public sealed class TrainingSet
{
    /// <summary>Checks shape and order; the arrays are kept, not copied.</summary>
    /// <param name="features">Names of a row's columns.</param>
    /// <param name="matches">Match ids, each once.</param>
    /// <param name="dates">Match days.</param>
    /// <param name="divisions">Division codes.</param>
    /// <param name="outcomes">What happened.</param>
    /// <param name="values">Feature rows one after another; <see cref="float.NaN"/> is missing.</param>
    /// <param name="opening">The market's prices some days before, where known: what forecasts are compared with.</param>
    /// <param name="closing">The market's prices at kick-off, where known.</param>
    /// <param name="scores">Goals, for learners that learn from them; their outcomes are <paramref name="outcomes"/>.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a match is out of order.</exception>
    public TrainingSet(
        string[] features, long[] matches, DateOnly[] dates, string[] divisions, Outcome[] outcomes, float[] values, Prices?[] opening, Prices?[] closing,
        Score[]? scores = null)
    {
        var count = matches.Length;
        if (dates.Length != count || divisions.Length != count || outcomes.Length != count || opening.Length != count || closing.Length != count)
            throw new ArgumentException(
                $"{count} matches have {dates.Length} dates, {divisions.Length} divisions, {outcomes.Length} outcomes, {opening.Length} opening and {closing.Length} closing prices.");

        if (scores is not null && !scores.Select(score => score.Outcome).SequenceEqual(outcomes))
            throw new ArgumentException($"{count} matches have {scores.Length} scores, and not all of them are of the match's outcome.", nameof(scores));

        if (values.LongLength != (long)count * features.Length)
            throw new ArgumentException($"{count} matches with {features.Length} features have {values.LongLength} values.");

        for (var i = 1; i < count; i++)
            if ((dates[i - 1], matches[i - 1]).CompareTo((dates[i], matches[i])) >= 0)
                throw new ArgumentException($"Match {matches[i]} of {dates[i]:yyyy-MM-dd} stands after match {matches[i - 1]} of {dates[i - 1]:yyyy-MM-dd}; order by date and match id.");

        (Features, Matches, Dates, Divisions, Outcomes, Values, Opening, Closing, Scores) = (features, matches, dates, divisions, outcomes, values, opening, closing, scores);
    }

    /// <summary>Names of a row's columns.</summary>
    public string[] Features { get; }

    /// <summary>Match ids.</summary>
    public long[] Matches { get; }

    /// <summary>Match days.</summary>
    public DateOnly[] Dates { get; }

    /// <summary>Division codes.</summary>
    public string[] Divisions { get; }

    /// <summary>What happened.</summary>
    public Outcome[] Outcomes { get; }

    /// <summary>Feature rows one after another.</summary>
    public float[] Values { get; }

    /// <summary>Prices some days before.</summary>
    public Prices?[] Opening { get; }

    /// <summary>Prices at kick-off.</summary>
    public Prices?[] Closing { get; }

    /// <summary>Goals; none where only outcomes are known.</summary>
    public Score[]? Scores { get; }

    /// <summary>How many matches.</summary>
    public int Count => Matches.Length;

    /// <summary>One match's feature row.</summary>
    public ReadOnlySpan<float> Row(int match) => Values.AsSpan(match * Features.Length, Features.Length);

    /// <summary>The feature rows of consecutive matches.</summary>
    public ReadOnlySpan<float> Rows(Range matches)
    {
        var (offset, length) = matches.GetOffsetAndLength(Count);
        return Values.AsSpan(offset * Features.Length, length * Features.Length);
    }

    /// <summary>A set of some of the matches.</summary>
    /// <param name="matches">Their positions, ascending.</param>
    public TrainingSet Choose(int[] matches) => Choose(matches, [.. Enumerable.Range(0, Features.Length)]);

    /// <summary>A set of some of the matches with some of the features.</summary>
    /// <param name="matches">Their positions, ascending.</param>
    /// <param name="columns">The features' positions.</param>
    public TrainingSet Choose(int[] matches, int[] columns)
    {
        var values = new float[(long)matches.Length * columns.Length];
        for (var match = 0; match < matches.Length; match++)
            for (var column = 0; column < columns.Length; column++)
                values[match * columns.Length + column] = Row(matches[match])[columns[column]];

        return new(
            [.. columns.Select(column => Features[column])], Of(Matches), Of(Dates), Of(Divisions), Of(Outcomes), values, Of(Opening), Of(Closing),
            Scores is null ? null : Of(Scores));

        T[] Of<T>(T[] all) => [.. matches.Select(match => all[match])];
    }

    /// <summary>Whether a match is of one of the 22 divisions with opening odds.</summary>
    public bool IsMain(int match) => Division.Find(Divisions[match]) is { IsMain: true };
}
