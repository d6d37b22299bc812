using System.Globalization;
using System.Text;
using Soccer.Csv;

namespace Soccer.Source.Challenge;

/// <summary>A competition's files as a mirror, and where its replay stands.</summary>
/// <param name="Files">Path and text of each file of the mirror.</param>
/// <param name="AsOf">The day at whose end the site stands: later results are not told.</param>
/// <param name="DaysAhead">Days after it that reach to the last fixture.</param>
/// <param name="Fixtures">What is to be forecast, in the order in which it was given.</param>
/// <param name="Notes">What people should know: counts, what was left out, teams without results.</param>
public sealed record ChallengeMirror(
    IReadOnlyList<(string Path, string Text)> Files, DateOnly AsOf, int DaysAhead, IReadOnlyList<PlainMatch> Fixtures, IReadOnlyList<string> Notes)
{
    const int Week = 7, FurthestDays = 365, Named = 10;

    /// <summary>Makes a mirror.</summary>
    /// <param name="results">The results; rows without goals that are later than the day are fixtures.</param>
    /// <param name="list">A list of fixtures, or none.</param>
    /// <param name="asOf">The day; by default the newest with a result, before the first fixture of the list where there is one.</param>
    /// <exception cref="PlainFileException">There are no results by then, or no fixtures in the list, or one of the list is not after it, or too long after it.</exception>
    public static ChallengeMirror Of(PlainFile results, PlainFile? list, DateOnly? asOf)
    {
        if (list is { Matches: [] }) throw new PlainFileException($"{list.Name} has no fixture; leave --fixtures out where there is nothing to forecast");
        var played = results.Matches.Where(match => match.Goals is not null).ToList();
        var first = list?.Matches.Select(match => (DateOnly?)match.Date).Min();
        var day = asOf ?? played.Where(match => match.Date < (first ?? DateOnly.MaxValue)).Select(match => (DateOnly?)match.Date).Max()
            ?? throw new PlainFileException($"{results.Name} has no result{(first is null ? "" : $" before {first:yyyy-MM-dd}, the first day of {list!.Name}")}: there is nothing to learn from");
        foreach (var fixture in list?.Matches ?? [])
            Check(fixture, list!.Name, day);

        var unplayed = results.Matches.Where(match => match.Goals is null).ToList();
        List<PlainMatch> fixtures = [.. list?.Matches ?? []];
        var listed = fixtures.Select(fixture => fixture.Key).ToHashSet();
        fixtures.AddRange(unplayed.Where(match => match.Date > day && match.Date <= day.AddDays(FurthestDays) && listed.Add(match.Key)));
        // A fixture whose result is there already is told once, and by the replay without its result.
        var told = played.Select(match => match.Key).ToHashSet();
        List<PlainMatch> all = [.. played, .. fixtures.Where(fixture => told.Add(fixture.Key))];
        return new(
            FilesOf(all), day, fixtures.Count == 0 ? Week : fixtures.Max(fixture => fixture.Date).DayNumber - day.DayNumber, fixtures,
            [
                .. results.Notes, .. list?.Notes ?? [], .. NotesOf(played, fixtures, unplayed.Count(match => match.Date <= day), day),
                .. LeagueNotes.Of(results, list),
            ]);
    }

    static void Check(PlainMatch fixture, string file, DateOnly day)
    {
        if (fixture.Date <= day)
            throw new PlainFileException(
                $"{file}, line {fixture.Line}, date {fixture.Date:yyyy-MM-dd}: it is not after {day:yyyy-MM-dd}, up to which results are known; give an --as-of before it");
        if (fixture.Date > day.AddDays(FurthestDays))
            throw new PlainFileException(
                $"{file}, line {fixture.Line}, date {fixture.Date:yyyy-MM-dd}: it is more than {FurthestDays} days after {day:yyyy-MM-dd}, the newest result before the list; leave it out, or cut the list in parts");
    }

    static List<(string, string)> FilesOf(List<PlainMatch> matches)
    {
        var seasons = new Seasons(matches);
        return [.. matches.GroupBy(match => match.League).OrderBy(league => league.Key.Code, StringComparer.Ordinal).Select(league =>
        {
            var text = new StringBuilder("Country,League,Season,Date,Time,Home,Away,HG,AG,Res\n");
            foreach (var match in league.OrderBy(match => match.Date))
            {
                var (home, away) = (CsvText.Quoted(match.Home, ','), CsvText.Quoted(match.Away, ','));
                text.Append(CultureInfo.InvariantCulture, $"{league.Key.Country},{league.Key.Code},{seasons.Of(match)},")
                    .Append(CultureInfo.InvariantCulture, $"{match.Date:dd\\/MM\\/yyyy},,{home},{away},{Score(match.Goals)}\n");
            }
            return ($"new/{league.Key.Code}.csv", text.ToString());
        })];
    }

    static string Score((int Home, int Away)? goals) => goals is var (home, away) ? $"{home},{away},{(home > away ? "H" : home == away ? "D" : "A")}" : ",,";

    static IEnumerable<string> NotesOf(List<PlainMatch> played, List<PlainMatch> fixtures, int past, DateOnly day)
    {
        var known = played.Where(match => match.Date <= day).ToList();
        yield return Line($"{known.Count:N0} results of {Leagues(known)} leagues up to {day:yyyy-MM-dd}");
        if (played.Count > known.Count) yield return Line($"{played.Count - known.Count:N0} later results are not told until the replay comes to their days");
        if (past > 0) yield return Line($"{past:N0} rows without goals up to {day:yyyy-MM-dd} were left out: their days are past");
        if (fixtures.Count == 0) yield break;
        yield return Line($"{fixtures.Count:N0} fixtures of {Leagues(fixtures)} leagues, {fixtures.Min(fixture => fixture.Date):yyyy-MM-dd} to {fixtures.Max(fixture => fixture.Date):yyyy-MM-dd}");
        var teams = Teams(known).ToHashSet();
        string[] strangers = [.. Teams(fixtures).Distinct().Where(team => !teams.Contains(team)).Select(team => $"{team.Name} ({team.Country})")];
        if (strangers.Length > 0)
            yield return Line($"{strangers.Length} teams of the fixtures have no result and are forecast as newcomers; spell names as the results do: {string.Join(", ", strangers.Take(Named))}{(strangers.Length > Named ? ", ..." : "")}");
    }

    static IEnumerable<(string Country, string Name)> Teams(List<PlainMatch> matches) =>
        matches.SelectMany(match => new[] { (match.League.Country, match.Home.ToUpperInvariant()), (match.League.Country, match.Away.ToUpperInvariant()) });

    static int Leagues(List<PlainMatch> matches) => matches.Select(match => match.League.Code).Distinct().Count();

    static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
