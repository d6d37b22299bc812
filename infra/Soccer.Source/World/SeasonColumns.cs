using System.Globalization;

namespace Soccer.Source.World;

/// <summary>
/// The columns that the publisher has used, by season: averages are BbAv* to 2018/19 and Avg* after, Pinnacle from 2012/13 with its
/// closing prices, kick-off times and everybody's closing prices from 2019/20, 1xBet for Interwetten from 2024/25.
/// </summary>
public static class SeasonColumns
{
    static readonly string[] Sides = ["H", "D", "A"];
    static readonly string[] Lines = [">2.5", "<2.5"];

    /// <summary>The layout of mmz4281/&lt;season&gt;/&lt;Div&gt;.csv.</summary>
    public static Column[] MainLeague(string division, int season)
    {
        var books = Bookmaker.All.Select(b => b.Code).Where(code => Quotes(code, season)).ToArray();
        return
        [
            new("Div", m => m.Division),
            new("Date", m => Date(m.Date, season)),
            .. season >= 2019 ? new Column[] { Time } : [],
            new("HomeTeam", m => m.Home), new("AwayTeam", m => m.Away),
            Column.Count("FTHG", m => m.Goals.Home), Column.Count("FTAG", m => m.Goals.Away), Column.Outcome("FTR", m => m.Goals),
            Column.Count("HTHG", m => m.HalfTime.Home), Column.Count("HTAG", m => m.HalfTime.Away), Column.Outcome("HTR", m => m.HalfTime),
            .. division.StartsWith('E') ? new Column[] { new("Referee", m => m.Referee) } : [],
            .. Statistics,
            .. books.SelectMany(book => Result(book, m => m.Opening)),
            .. season >= 2019 ? Recent(books) : Old(books, season),
        ];
    }

    /// <summary>The layout of new/&lt;CODE&gt;.csv: closing odds only.</summary>
    public static Column[] NewLeague(CountryPlan country) =>
    [
        new("Country", _ => country.Name), new("League", _ => country.League!),
        Column.Count("Season", m => m.Season), new("Date", m => Date(m.Date, 2024)), Time,
        new("Home", m => m.Home), new("Away", m => m.Away),
        Column.Count("HG", m => m.Goals.Home), Column.Count("AG", m => m.Goals.Away), Column.Outcome("Res", m => m.Goals),
        .. Result("PSC", m => m.Closing, "PS"), .. Summary("MaxC", m => m.Closing.Results, Market.Best, Sides),
        .. Summary("AvgC", m => m.Closing.Results, Market.Average, Sides), .. Result("B365C", m => m.Closing, "B365"),
    ];

    static Column Time => new("Time", m => m.KickOff.ToString("HH:mm", CultureInfo.InvariantCulture));

    static Column[] Statistics =>
    [
        Column.Count("HS", m => m.HomeSide.Shots), Column.Count("AS", m => m.AwaySide.Shots),
        Column.Count("HST", m => m.HomeSide.OnTarget), Column.Count("AST", m => m.AwaySide.OnTarget),
        Column.Count("HF", m => m.HomeSide.Fouls), Column.Count("AF", m => m.AwaySide.Fouls),
        Column.Count("HC", m => m.HomeSide.Corners), Column.Count("AC", m => m.AwaySide.Corners),
        Column.Count("HY", m => m.HomeSide.Yellows), Column.Count("AY", m => m.AwaySide.Yellows),
        Column.Count("HR", m => m.HomeSide.Reds), Column.Count("AR", m => m.AwaySide.Reds),
    ];

    static Column[] Recent(string[] books) =>
    [
        .. Prices("", m => m.Opening),
        .. books.SelectMany(book => Result(book + "C", m => m.Closing, book)),
        .. Prices("C", m => m.Closing),
    ];

    // The summary prices, totals and handicaps of one phase; closing ones have a C in their names.
    static Column[] Prices(string c, Func<SimulatedMatch, Market> at) =>
    [
        .. Summary($"Max{c}", m => at(m).Results, Market.Best, Sides), .. Summary($"Avg{c}", m => at(m).Results, Market.Average, Sides),
        .. Pair($"B365{c}", m => at(m).Totals["B365"], Lines), .. Pair($"P{c}", m => at(m).Totals["P"], Lines),
        .. Summary($"Max{c}", m => at(m).Totals, Market.Best, Lines), .. Summary($"Avg{c}", m => at(m).Totals, Market.Average, Lines),
        Column.Price($"AH{c}h", m => at(m).Handicap),
        .. Pair($"B365{c}AH", m => at(m).Handicaps["B365"], ["H", "A"]), .. Pair($"P{c}AH", m => at(m).Handicaps["P"], ["H", "A"]),
        .. Summary($"Max{c}AH", m => at(m).Handicaps, Market.Best, ["H", "A"]), .. Summary($"Avg{c}AH", m => at(m).Handicaps, Market.Average, ["H", "A"]),
    ];

    static Column[] Old(string[] books, int season) =>
    [
        Column.Count("Bb1X2", _ => books.Length),
        .. Interleaved(m => m.Opening.Results, "", Sides),
        Column.Count("BbOU", _ => 2), .. Interleaved(m => m.Opening.Totals, "", Lines),
        Column.Count("BbAH", _ => 2), Column.Price("BbAHh", m => m.Opening.Handicap), .. Interleaved(m => m.Opening.Handicaps, "AH", ["H", "A"]),
        .. season >= 2012 ? Result("PSC", m => m.Closing, "PS") : [],
    ];

    static Column[] Interleaved(Func<SimulatedMatch, Dictionary<string, double[]>> prices, string market, string[] sides) =>
        [.. sides.SelectMany((side, i) => new[]
        {
            Column.Price($"BbMx{market}{side}", m => Market.Best(prices(m), i)),
            Column.Price($"BbAv{market}{side}", m => Market.Average(prices(m), i)),
        })];

    static Column[] Result(string prefix, Func<SimulatedMatch, Market> at, string? book = null) =>
        Pair(prefix, m => at(m).Results[book ?? prefix], Sides);

    static Column[] Pair(string prefix, Func<SimulatedMatch, double[]> prices, string[] sides) =>
        [.. sides.Select((side, i) => Column.Price(prefix + side, m => prices(m)[i]))];

    static Column[] Summary(
        string prefix, Func<SimulatedMatch, Dictionary<string, double[]>> prices, Func<Dictionary<string, double[]>, int, double> of, string[] sides) =>
        [.. sides.Select((side, i) => Column.Price(prefix + side, m => of(prices(m), i)))];

    static bool Quotes(string book, int season) => book switch
    {
        "PS" => season >= 2012,
        "IW" => season < 2024,
        "1XB" => season >= 2024,
        _ => true,
    };

    /// <summary>Two digits of the year to 2017/18, four after.</summary>
    public static string Date(DateOnly date, int season) =>
        date.ToString(season <= 2017 ? "dd/MM/yy" : "dd/MM/yyyy", CultureInfo.InvariantCulture);
}
