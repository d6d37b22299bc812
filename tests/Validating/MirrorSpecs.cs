using Soccer.Csv;
using Soccer.Forecasting;
using Soccer.Tables.Validate;
using Soccer.Validate;
using Soccer.Validate.Matching;
using Soccer.Validate.Reading;

namespace Soccer.Validating.Tests;

/// <summary>The real files, read in place where the environment names a mirror.</summary>
public sealed class MirrorSpecs
{
    static readonly string[] Ignored =
    [
        "League", "HTR", "Referee", "Attendance", "HHW", "AHW", "HO", "AO", "HBP", "ABP", "HFKC", "AFKC", "Bb1X2", "BbOU", "BbAH", "LB",
    ];

    readonly List<FileContent> contents = [];
    readonly HashSet<string> unused = [];
    Dataset dataset = Dataset.Of([]);

    [OneTimeSetUp]
    public void Read_the_mirror()
    {
        var mirror = Environment.GetEnvironmentVariable("SOCCER_MIRROR");
        if (!Directory.Exists(mirror))
            Assert.Ignore("no mirror");
        foreach (var path in Directory.GetFiles(mirror!, "*.csv", SearchOption.AllDirectories))
        {
            if (SourceFile.Of(Path.GetRelativePath(mirror!, path)) is not { } file)
                continue;
            var bytes = File.ReadAllBytes(path);
            contents.Add(FileReader.Read(file, bytes));
            using var header = new CsvReader(CsvText.Decode(bytes));
            header.Read();
            unused.UnionWith(Columns.Of(Header.Of(header)).Unused);
        }
        dataset = Dataset.Of(contents);
    }

    [Test]
    public void Every_file_is_read() => Assert.That(dataset.Defects, Is.Empty);

    [Test]
    public void Every_column_is_read_or_knowingly_left() => Assert.That(unused.Except(Ignored), Is.Empty);

    [Test]
    public void Every_match_is_there()
    {
        var played = dataset.Matches.Where(match => match.FullTime is not null).CountBy(match => Division.Find(match.Division)!.IsMain).ToDictionary();
        Assert.That(played[true], Is.InRange(225_000, 240_000));
        Assert.That(played[false], Is.InRange(57_000, 59_000));
    }

    [Test]
    public void Hardly_a_row_is_in_quarantine() => Assert.That(dataset.Quarantine, Has.Count.InRange(1, 20));

    [Test]
    public void Nearly_all_odds_are_kept()
    {
        Assert.That(dataset.OddsRows, Is.InRange(3_400_000, 3_700_000));
        Assert.That(dataset.Tally.Sum("odds dropped: ") / (double)dataset.OddsRows, Is.LessThan(0.001));
    }

    [Test]
    public void Opening_odds_are_there_since_2005_and_closing_odds_since_2019()
    {
        var main = dataset.Matches.Where(match => Division.Find(match.Division)!.IsMain).ToList();
        Assert.That(Covered(main.Where(match => match.Season >= 2005), OddsPhase.Opening), Is.GreaterThan(0.96));
        Assert.That(Covered(main.Where(match => match.Season >= 2019), OddsPhase.Closing), Is.GreaterThan(0.96));
    }

    [Test]
    public void Statistics_are_there() =>
        Assert.That(dataset.Matches.Count(match => match.HomeStatistics?.Shots is not null), Is.InRange(120_000, 130_000));

    [Test]
    public void No_team_plays_twice_on_a_day() => Assert.That(
        dataset.Matches
            .SelectMany(match => new[] { (match.Home.Id, match.Date), (match.Away.Id, match.Date) })
            .CountBy(team => team)
            .Where(team => team.Value > 1),
        Is.Empty);

    [Test]
    public void No_alias_is_used_beside_its_name_in_a_season_of_a_division_but_where_it_replaced_it()
    {
        // A club renamed within a season plays as many matches as the others; two clubs under one name would play twice as many.
        var most = dataset.Matches
            .SelectMany(match => new[] { (match.Division, match.Season, match.Home.Id), (match.Division, match.Season, match.Away.Id) })
            .CountBy(team => team)
            .Max(team => team.Value);
        Assert.That(most, Is.LessThan(60));
    }

    [Test]
    public void Every_season_of_scotland_and_greece_is_read_with_its_meetings()
    {
        Assert.That(dataset.Matches.Where(match => match.Division == "SC0").Max(match => match.Meeting), Is.EqualTo(3));
        Assert.That(dataset.Matches.Count(match => match is { Division: "G1", Season: 2004 }), Is.EqualTo(240));
    }

    [Test]
    public void Passes_its_gates_on_any_day_of_its_last_year()
    {
        for (var asOf = new DateOnly(2024, 7, 1); asOf < new DateOnly(2025, 9, 1); asOf = asOf.AddDays(31))
        {
            var known = dataset with { Matches = [.. dataset.Matches.Where(match => match.Date <= asOf)] };
            Assert.That(
                Gates.Judge(known, KnownDataset.None, asOf, asOf, new ValidateOptions()).Where(gate => !gate.Passed), Is.Empty, asOf.ToString("O", null));
        }
    }

    [Test]
    public void The_order_of_files_changes_nothing()
    {
        var shuffled = contents.ToArray();
        new Random(1).Shuffle(shuffled);
        Assert.That(Dataset.Of(shuffled).Hash, Is.EqualTo(dataset.Hash));
    }

    static double Covered(IEnumerable<CanonicalMatch> matches, OddsPhase phase)
    {
        var (all, covered) = (0, 0);
        foreach (var match in matches)
        {
            all++;
            foreach (var odds in match.Odds.Span)
            {
                if (odds.Phase == phase && odds.Market == OddsMarket.Result)
                {
                    covered++;
                    break;
                }
            }
        }
        return (double)covered / all;
    }
}
