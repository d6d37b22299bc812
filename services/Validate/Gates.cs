using Soccer.Contracts.Validate.V1;
using Soccer.Csv;
using Soccer.Validate.Matching;
using Soccer.Validate.Reading;

namespace Soccer.Validate;

/// <summary>A match of the last dataset version, as far as the gates compare it.</summary>
public sealed record KnownMatch(string Division, int Season, DateOnly Date, short? HomeGoals, short? AwayGoals);

/// <summary>What was merged last: its matches by id and its snapshot's files.</summary>
public sealed record KnownDataset(IReadOnlyDictionary<long, KnownMatch> Matches, IReadOnlyCollection<string> Files)
{
    /// <summary>Before the first snapshot.</summary>
    public static KnownDataset None { get; } = new(new Dictionary<long, KnownMatch>(), []);
}

/// <summary>
/// Four gates that a snapshot passes before it is merged. Pure. Against what was merged last only days up to the run's as-of count, so that a run for an
/// earlier day, whose source rightly lacks what came later, passes.
/// </summary>
public static class Gates
{
    /// <summary>Results that a division's season must have had for its share to say something: two rounds of a large division.</summary>
    const int ResultsToJudge = 20;

    /// <summary>Every measure of every gate, in a fixed order. The snapshot passes if all pass.</summary>
    /// <param name="dataset">The snapshot's content.</param>
    /// <param name="known">What was merged last.</param>
    /// <param name="asOf">The day through which the run knows results.</param>
    /// <param name="lastBegun">The last day of which a match can have begun by the run's clock: a run in the afternoon may find results
    /// of today.</param>
    /// <param name="options">The thresholds.</param>
    public static GateFigure[] Judge(Dataset dataset, KnownDataset known, DateOnly asOf, DateOnly lastBegun, ValidateOptions options)
    {
        var results = known.Matches.Where(match => match.Value.HomeGoals is not null && match.Value.Date <= asOf).ToList();
        var now = dataset.Matches.ToDictionary(match => match.Id);
        var vanished = WithoutRenamed(
            results.Where(match => !now.TryGetValue(match.Key, out var same) || same.FullTime is null), dataset, known);
        var changed = results.Count(match => now.TryGetValue(match.Key, out var same) && same.FullTime is { } score && !IsScore(match.Value, score));
        var before = known.Matches.Count(match => match.Value.Date <= asOf);
        var after = dataset.Matches.Count(match => match.Date <= asOf);
        return
        [
            Figure("structure", "share of files that can't be read", Share(dataset.Defects.Count, dataset.Files.Count), options.UnreadableFiles),
            Figure("domain", "share of rows in quarantine", Share(dataset.Quarantine.Count, dataset.Tally["rows"]), options.QuarantinedRows),
            Figure("domain", "share of odds rows dropped", DroppedOdds(dataset.Tally), options.DroppedOdds),
            Figure("continuity", "share of results that vanished", Share(vanished.Count, results.Count), options.VanishedResults),
            Figure("continuity", "share of results whose score changed", Share(changed, results.Count), options.ChangedScores),
            Figure("continuity", "largest share of a division's season that vanished", LargestOfASeason(vanished, results), options.VanishedOfASeason),
            Figure("volume", "share of files that are missing", MissingFiles(dataset, known, asOf), options.MissingFiles),
            Figure("volume", "share of matches by which there are fewer", Share(Math.Max(0, before - after), before), options.FewerMatches),
            Figure("volume", "share of results after the run's day", ResultsAfter(dataset, lastBegun), options.ResultsAfterTheDay),
            Figure("volume", "days since the newest result", DaysWithoutResults(dataset, asOf, options), options.DaysWithoutResults),
        ];
    }

    /// <summary>
    /// Results that are gone, but for those that are there under other teams' names: where the publisher spells a club otherwise, or this
    /// program compares names otherwise, its matches have new ids, the same division, season, day and score, and nothing is lost.
    /// </summary>
    static List<KeyValuePair<long, KnownMatch>> WithoutRenamed(
        IEnumerable<KeyValuePair<long, KnownMatch>> vanished, Dataset dataset, KnownDataset known)
    {
        var added = dataset.Matches.Where(match => match.FullTime is not null && !known.Matches.ContainsKey(match.Id))
            .CountBy(match => (match.Division, match.Season, match.Date, match.FullTime!.Value.Home, match.FullTime.Value.Away))
            .ToDictionary();
        return [.. vanished.Where(match => !Take(match.Value))];

        bool Take(KnownMatch match)
        {
            var result = (match.Division, match.Season, match.Date, (int)match.HomeGoals!.Value, (int)match.AwayGoals!.Value);
            var left = added.GetValueOrDefault(result);
            added[result] = left - 1;
            return left > 0;
        }
    }

    static GateFigure Figure(string gate, string measure, double figure, double threshold) =>
        new(gate, measure, Math.Round(figure, 6), threshold, figure <= threshold);

    static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    static bool IsScore(KnownMatch match, Forecasting.Score score) => match.HomeGoals == score.Home && match.AwayGoals == score.Away;

    static double DroppedOdds(Tally tally)
    {
        var dropped = tally.Sum("odds dropped: ");
        return Share(dropped, dropped + tally["odds"]);
    }

    static double LargestOfASeason(List<KeyValuePair<long, KnownMatch>> vanished, List<KeyValuePair<long, KnownMatch>> results)
    {
        var all = results.CountBy(match => (match.Value.Division, match.Value.Season)).ToDictionary();
        return vanished.CountBy(match => (match.Value.Division, match.Value.Season))
            .Where(season => all[season.Key] >= ResultsToJudge)
            .Select(season => Share(season.Value, all[season.Key]))
            .DefaultIfEmpty(0)
            .Max();
    }

    static double MissingFiles(Dataset dataset, KnownDataset known, DateOnly asOf)
    {
        var expected = known.Files.Where(path => SourceFile.Of(path) is { } file && new DateOnly(Math.Max(file.Season, 1), 8, 31) <= asOf).ToList();
        return Share(expected.Except(dataset.Files).Count(), expected.Count);
    }

    static double ResultsAfter(Dataset dataset, DateOnly lastBegun)
    {
        var results = dataset.Matches.Where(match => match.FullTime is not null).ToList();
        return Share(results.Count(match => match.Date > lastBegun), results.Count);
    }

    /// <summary>A snapshot without a single result fails, whatever the day.</summary>
    static double DaysWithoutResults(Dataset dataset, DateOnly asOf, ValidateOptions options)
    {
        var newest = dataset.Matches.Where(match => match.FullTime is not null && match.Date <= asOf).Select(match => match.Date).DefaultIfEmpty().Max();
        return newest == default ? options.DaysWithoutResults + 1 : asOf.DayNumber - newest.DayNumber;
    }
}
