using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Soccer.Validate.Matching;
using Soccer.Validate.Reading;

namespace Soccer.Validating.Tests.Matching;

public sealed class DatasetSpecs
{
    static readonly string[] Paths = ["mmz4281/2425/E0.csv", "mmz4281/2324/E0.csv", "mmz4281/2425/SC0.csv", "fixtures.csv"];

    [Test]
    public void The_order_of_files_changes_nothing() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var files = RandomFiles(seed);
            var shuffled = files.ToArray();
            new Random(seed).Shuffle(shuffled);
            return Dataset.Of(files).Hash == Dataset.Of(shuffled).Hash;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void The_same_bytes_give_the_same_content_twice() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var (one, other) = (Dataset.Of(RandomFiles(seed)), Dataset.Of(RandomFiles(seed)));
            return one.Hash == other.Hash && one.Matches.Select(match => match.Id).SequenceEqual(other.Matches.Select(match => match.Id));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void The_order_of_rows_in_a_file_changes_nothing()
    {
        string[] rows = ["E0,17/08/2024,Aston,Burton,1,0,H", "E0,18/08/2024,Crewe,Derby,0,0,D", "E0,24/08/2024,Burton,Aston,2,1,H"];
        Assert.That(Invented.Dataset(Invented.Rows(rows)).Hash, Is.EqualTo(Invented.Dataset(Invented.Rows([.. rows.Reverse()])).Hash));
    }

    [TestCase("E0,17/08/2024,Aston,Burton,1,0,H", "E0,17/08/2024,Aston,Burton,2,0,H", TestName = "A_score_is_content")]
    [TestCase("E0,17/08/2024,Aston,Burton,1,0,H", "E0,18/08/2024,Aston,Burton,1,0,H", TestName = "A_date_is_content")]
    public void Another_content_is_another_hash(string one, string other) =>
        Assert.That(Invented.Dataset(Invented.Rows(one)).Hash, Is.Not.EqualTo(Invented.Dataset(Invented.Rows(other)).Hash));

    [Test]
    public void A_price_is_content_of_the_match_but_not_of_its_row()
    {
        var (one, other) = (WithPrice("2"), WithPrice("2.1"));
        Assert.That(one.OddsHash, Is.Not.EqualTo(other.OddsHash));
        Assert.That(one.RowHash, Is.EqualTo(other.RowHash));
    }

    [Test]
    public void Line_ends_spaces_and_unknown_columns_are_not_content()
    {
        var plain = Invented.Dataset(Invented.Rows("E0,17/08/2024,Aston,Burton,1,0,H"));
        var dressed = Invented.Dataset(Invented.Read(
            Invented.Season, "\uFEFFDiv,Date,HomeTeam,AwayTeam,Referee,FTHG,FTAG,FTR,,\r", "E0,17/08/24, Aston ,Burton ,Miles,1,0,H,,\r"));
        Assert.That(dressed.Hash, Is.EqualTo(plain.Hash));
    }

    [Test]
    public void Of_two_spellings_the_one_with_more_lower_case_stands() =>
        Assert.That(
            Invented.Dataset(Invented.Rows("E0,17/08/2024,ASTON,Burton,1,0,H", "E0,24/08/2024,Burton,Aston,1,0,H")).Teams.Select(team => team.Name),
            Is.EquivalentTo(new[] { "Aston", "Burton" }));

    static CanonicalMatch WithPrice(string home) =>
        Invented.Dataset(Invented.Read(Invented.Season, Invented.Header + ",B365H,B365D,B365A", $"E0,17/08/2024,Aston,Burton,1,0,H,{home},3.5,4"))
            .Matches.Single();

    static FileContent[] RandomFiles(int seed)
    {
        var random = new Random(seed);
        return [.. Paths.Select(path => Invented.Read(path, [Invented.Header, .. Enumerable.Range(0, random.Next(20)).Select(_ => RandomRow(path, random))]))];
    }

    static string RandomRow(string path, Random random)
    {
        string[] teams = ["Aston", "Burton", "Crewe", "Derby"];
        var division = path.Contains("SC0", StringComparison.Ordinal) ? "SC0" : "E0";
        var first = new DateOnly(path.Contains("2324", StringComparison.Ordinal) ? 2023 : 2024, 8, 1);
        var date = first.AddDays(random.Next(300)).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        var score = random.Next(4) == 0 ? ",," : $"{random.Next(4)},{random.Next(4)},";
        return $"{division},{date},{teams[random.Next(4)]},{teams[random.Next(4)]},{score}";
    }
}
