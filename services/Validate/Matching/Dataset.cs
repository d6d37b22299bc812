using Soccer.Validate.Reading;

namespace Soccer.Validate.Matching;

/// <summary>The content of a snapshot: a function of its files, the aliases and this code, and of nothing else.</summary>
/// <param name="Hash">SHA-256 over the matches, hex.</param>
/// <param name="Matches">In the order of their ids.</param>
/// <param name="Teams">Every team of a match, by id.</param>
/// <param name="Quarantine">Rows that can't be right, by file and line.</param>
/// <param name="Notes">What to know of rows that are not in quarantine, by file and line.</param>
/// <param name="Defects">Files that can't be read, with why.</param>
/// <param name="Files">Paths of the files that hold matches, by path.</param>
/// <param name="Tally">What was read and left out.</param>
public sealed record Dataset(
    string Hash, IReadOnlyList<CanonicalMatch> Matches, IReadOnlyCollection<Team> Teams, IReadOnlyList<QuarantinedRow> Quarantine,
    IReadOnlyList<FileNote> Notes, IReadOnlyDictionary<string, string> Defects, IReadOnlyList<string> Files, Tally Tally)
{
    /// <summary>Matches with a result.</summary>
    public int Played { get; } = Matches.Count(match => match.FullTime is not null);

    /// <summary>Odds rows of all matches.</summary>
    public int OddsRows { get; } = Matches.Sum(match => match.Odds.Length);

    /// <summary>Puts the files of a snapshot together, in whatever order they come.</summary>
    public static Dataset Of(IEnumerable<FileContent> files)
    {
        var contents = files.OrderBy(content => content.File.Path, StringComparer.Ordinal).ToList();
        var tally = new Tally();
        foreach (var content in contents)
            tally.Add(content.Tally);
        var matches = MatchesOf(contents, tally);
        tally.Add("odds", matches.Sum(match => match.Odds.Length));
        return new Dataset(
            ContentHash.OfDataset(matches),
            matches,
            TeamsOf(matches),
            [.. contents.SelectMany(content => content.Quarantine)],
            [.. contents.SelectMany(content => content.Notes)],
            contents.Where(content => content.Defect is not null).ToDictionary(content => content.File.Path, content => content.Defect!),
            [.. contents.Select(content => content.File.Path)],
            tally);
    }

    static List<CanonicalMatch> MatchesOf(List<FileContent> contents, Tally tally)
    {
        var calendar = new SeasonCalendar(contents.SelectMany(content => content.Rows));
        var rows = contents
            .SelectMany(content => content.Rows, (content, row) => new Entry(row, content.Odds, row.Season ?? calendar.Of(row.Division.Code, row.Date)))
            .ToArray();
        Array.Sort(rows, Entry.ByMeeting);
        var matches = new List<CanonicalMatch>(rows.Length);
        for (var start = 0; start < rows.Length;)
        {
            var end = start + 1;
            while (end < rows.Length && rows[end].IsSamePair(rows[start]))
                end++;
            Add(matches, rows.AsSpan(start, end - start), calendar, tally);
            start = end;
        }
        matches.Sort((one, other) => one.Id.CompareTo(other.Id));
        for (var at = 1; at < matches.Count; at++)
        {
            if (matches[at].Id == matches[at - 1].Id)
                throw new InvalidOperationException($"two matches have the id {matches[at].Id}: {matches[at - 1]} and {matches[at]}");
        }
        return matches;
    }

    static void Add(List<CanonicalMatch> matches, ReadOnlySpan<Entry> pair, SeasonCalendar calendar, Tally tally)
    {
        var first = pair[0];
        if (pair.Length == 1 && first.Row.FullTime is not null)
        {
            // Nearly all: one meeting, one row.
            matches.Add(MatchOf(first.Row, first.Season, 1, first.FileOdds));
            return;
        }
        var odds = new Dictionary<SourceRow, CanonicalOdds[]>(ReferenceEqualityComparer.Instance);
        foreach (var entry in pair)
            odds.Add(entry.Row, entry.FileOdds);
        var meetings = Meetings.Of([.. odds.Keys], calendar.IsOver(first.Row.Division.Code, first.Season), tally);
        for (var at = 0; at < meetings.Count; at++)
            matches.Add(MatchOf(meetings[at], first.Season, at + 1, odds[meetings[at]]));
    }

    static CanonicalMatch MatchOf(SourceRow row, int season, int meeting, CanonicalOdds[] odds)
    {
        var match = new CanonicalMatch
        {
            Id = ContentId.OfMatch(row.Division.Code, season, row.Home, row.Away, meeting),
            Division = row.Division.Code,
            Season = season,
            Date = row.Date,
            KickOff = row.KickOff,
            Home = row.Home,
            Away = row.Away,
            Meeting = meeting,
            FullTime = row.FullTime,
            HalfTime = row.HalfTime,
            HomeStatistics = row.HomeStatistics,
            AwayStatistics = row.AwayStatistics,
            Odds = odds.AsMemory(row.Odds.Start, row.Odds.Count),
            OddsHash = row.OddsHash,
        };
        return match with { RowHash = ContentHash.OfRow(match) };
    }

    /// <summary>Of spellings that differ in upper and lower case the one with more lower case stands.</summary>
    static List<Team> TeamsOf(List<CanonicalMatch> matches)
    {
        var teams = new SortedDictionary<long, Team>();
        foreach (var match in matches)
        {
            foreach (var team in (ReadOnlySpan<Team>)[match.Home, match.Away])
            {
                if (!teams.TryGetValue(team.Id, out var known) || string.CompareOrdinal(team.Name, known.Name) > 0)
                    teams[team.Id] = team;
            }
        }
        return [.. teams.Values];
    }

    readonly record struct Entry(SourceRow Row, CanonicalOdds[] FileOdds, int Season)
    {
        public static readonly Comparer<Entry> ByMeeting = Comparer<Entry>.Create((one, other) =>
        {
            var order = string.CompareOrdinal(one.Row.Division.Code, other.Row.Division.Code);
            order = order != 0 ? order : one.Season.CompareTo(other.Season);
            order = order != 0 ? order : one.Row.Home.Id.CompareTo(other.Row.Home.Id);
            order = order != 0 ? order : one.Row.Away.Id.CompareTo(other.Row.Away.Id);
            order = order != 0 ? order : one.Row.Date.CompareTo(other.Row.Date);
            order = order != 0 ? order : string.CompareOrdinal(one.Row.File.Path, other.Row.File.Path);
            return order != 0 ? order : one.Row.Line.CompareTo(other.Row.Line);
        });

        public bool IsSamePair(Entry other) =>
            Row.Division.Code == other.Row.Division.Code && Season == other.Season && Row.Home.Id == other.Row.Home.Id && Row.Away.Id == other.Row.Away.Id;
    }
}
