using System.Text;
using Soccer.Csv;
using Soccer.Validate.Matching;
using Soccer.Validate.Reading;

namespace Soccer.Validating.Tests;

/// <summary>Invented files of the source, in the fewest columns that say what a test is about.</summary>
static class Invented
{
    public const string Season = "mmz4281/2425/E0.csv";

    public const string Header = "Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR";

    public static FileContent Read(string path, params string[] lines) => Read(path, Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    public static FileContent Read(string path, byte[] bytes) => FileReader.Read(SourceFile.Of(path)!, bytes);

    /// <summary>Rows of a season's file under <see cref="Header"/>.</summary>
    public static FileContent Rows(params string[] rows) => Read(Season, [Header, .. rows]);

    public static FileContent RowsOf(string path, params string[] rows) => Read(path, [Header, .. rows]);

    public static FileContent Fixtures(params string[] rows) => Read("fixtures.csv", ["Div,Date,HomeTeam,AwayTeam", .. rows]);

    public static Dataset Dataset(params FileContent[] files) => Soccer.Validate.Matching.Dataset.Of(files);

    public static string Quarantined(FileContent content) => content.Quarantine.Single().Reason;
}
