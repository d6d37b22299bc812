using System.Text;

namespace Soccer.Csv.Tests;

public sealed class FileCheckSpecs
{
    const string Path = "mmz4281/2425/E0.csv", Names = "Div,Date,HomeTeam,AwayTeam,FTHG,FTAG\n";

    [TestCase(Names + "E0,17/08/2024,Aston,Burton,1,0")]
    [TestCase(Names)]
    [TestCase("\uFEFF\"Div\";\"Date\";\"HomeTeam\";\"AwayTeam\";\"FTHG\";\"FTAG\"\r\"e0\";\"2024-08-17\";\"Aston\";\"Burton\";1;0\r")]
    [TestCase("sep=;\nDIV;DATE;HOMETEAM;AWAYTEAM;FTHG;FTAG\nE0;17.08.2024;Aston;Burton;1;0")]
    [TestCase(Names + "EC,17/08/2024,Crewe,Derby,1,0\nE0,17/08/2024,Aston,Burton,1,0")]
    public void A_file_of_which_a_row_can_be_read_is_one(string text) => Assert.That(Problem(text), Is.Null);

    [TestCase("", "the file is empty")]
    [TestCase("  \r\n", "the file is empty")]
    [TestCase("<!DOCTYPE html><html>", "it is a web page, not a CSV file")]
    [TestCase("\n <HTML>", "it is a web page, not a CSV file")]
    [TestCase("{\"error\":404}", "it is JSON, not a CSV file")]
    [TestCase("PK\u0003\u0004...", "it is a workbook; save it as CSV")]
    [TestCase("Name,Value\na,1", "the header has no column Date, HomeTeam, AwayTeam, Div, FTHG, FTAG")]
    [TestCase(Names + "EC,17/08/2024,Crewe,Derby,1,0\nEC,18/08/2024,Exeter,Fulham,1,0", "it holds division EC, not E0: the source answered with another file")]
    [TestCase(Names + "E0,yesterday,Aston,Burton,1,0", "no row has a date that can be read, such as 'yesterday'; dd/mm/yyyy or yyyy-mm-dd is needed")]
    [TestCase(Names + "E0,17/08/2023,Aston,Burton,1,0", "no row has a date in the season of 2024, such as '17/08/2023': the source answered with another file")]
    [TestCase(Names + "E0,13/08/2024,A,B,1,0\nE0,14/08/2024,A,B,1,0\nE0,15/08/2024,A,B,1,0\nE0,08/16/2024,A,B,1,0\nE0,08/17/2024,A,B,1,0\nE0,08/18/2024,A,B,1,0",
        "it has dates with the day first and dates with the month first; write all as yyyy-mm-dd")]
    public void Anything_else_is_named(string text, string problem) => Assert.That(Problem(text), Is.EqualTo(problem));

    [Test]
    public void A_file_of_one_country_needs_its_columns() => Assert.That(
        FileCheck.Problem("new/KOR.csv", Encoding.UTF8.GetBytes("Country,Date,Home,Away")), Is.EqualTo("the header has no column Season, HG, AG"));

    [Test]
    public void A_file_of_another_country_is_none() => Assert.That(
        FileCheck.Problem("new/ARG.csv", "Country,Season,Date,Home,Away,HG,AG\nBrazil,2024,17/08/2024,Gremio,Vasco,1,0"u8),
        Is.EqualTo("it holds country Brazil, not Argentina: the source answered with another file"));

    [TestCase("")]
    [TestCase("\r\n")]
    [TestCase("Div,Date,HomeTeam,AwayTeam")]
    public void A_list_of_coming_matches_may_be_empty(string text) => Assert.That(FileCheck.Problem("fixtures.csv", Encoding.UTF8.GetBytes(text)), Is.Null);

    [Test]
    public void A_line_without_end_is_named() =>
        Assert.That(FileCheck.Problem(Path, [.. Encoding.UTF8.GetBytes(Names), .. new byte[17_000_000].Select(_ => (byte)'x')]), Is.Not.Null);

    [Test]
    public void A_path_that_holds_no_matches_is_not_looked_into() => Assert.That(FileCheck.Problem("notes.txt", "<html>"u8), Is.Null);

    [TestCase("Div,Date,HomeTeam,AwayTeam,FTHG,FTAG", SourceLayout.Season)]
    [TestCase("Div,Date,HT,AT,FTHG,FTAG", SourceLayout.Season)]
    [TestCase("Country,League,Season,Date,Time,Home,Away,HG,AG,Res", SourceLayout.Country)]
    [TestCase("Div,Date,Time,HomeTeam,AwayTeam", SourceLayout.Fixtures)]
    [TestCase("Country,League,Date,Time,Home,Away,PH,PD,PA", SourceLayout.CountryFixtures)]
    public void Every_layout_of_the_source_is_complete(string header, SourceLayout layout) => Assert.That(Missing(layout, header), Is.Empty);

    [Test]
    public void Says_which_columns_are_missing() =>
        Assert.That(Missing(SourceLayout.Season, "Div,Datum,HomeTeam,AwayTeam,FTHG"), Is.EqualTo(new[] { "Date", "FTAG" }));

    static IReadOnlyList<string> Missing(SourceLayout layout, string header)
    {
        using var reader = new CsvReader(header);
        reader.ReadHeader();
        return FileCheck.Missing(layout, Csv.Header.Of(reader));
    }

    static string? Problem(string text) => FileCheck.Problem(Path, Encoding.UTF8.GetBytes(text));
}
