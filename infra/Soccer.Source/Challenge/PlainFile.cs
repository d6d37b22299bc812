using Soccer.Csv;
using Soccer.Forecasting;

namespace Soccer.Source.Challenge;

/// <summary>A plain file of matches: date, league, teams, and goals where it has been played.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Matches">Rows that can be right, in the order of the file.</param>
/// <param name="Bad">Of the others: file, line, field, value, and what to do.</param>
/// <param name="Notes">What people should know of rows that are not wrong.</param>
/// <param name="Leagues">Which league a cell means.</param>
/// <param name="Order">What comes first in its dates.</param>
/// <param name="OtherDays">The matches' days by the other order of day and month; empty where that is not possible.</param>
public sealed record PlainFile(
    string Name, IReadOnlyList<PlainMatch> Matches, IReadOnlyList<string> Bad, IReadOnlyList<string> Notes, LeagueNames Leagues,
    DateOrder Order, IReadOnlyList<DateOnly> OtherDays)
{
    /// <summary>What a message says of columns.</summary>
    public const string Example = "The first line names the columns: Date,League,Home,Away,HG,AG";

    /// <summary>Reads results.</summary>
    /// <param name="name">What messages call the file.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="codes">Codes of leagues under which an earlier mirror of the competition has them.</param>
    /// <exception cref="PlainFileException">It can't be read, a column is missing, or what stands in the columns of goals are no
    /// goals.</exception>
    public static PlainFile Results(string name, byte[] bytes, IEnumerable<string>? codes = null)
    {
        var text = TextOf(name, bytes);
        var columns = ColumnsOf(name, text, goals: true);
        var order = OrderOf(name, FileCheck.Cells(text, columns.Date));
        var leagues = new LeagueNames(Pairs(text, columns), codes ?? []);
        var read = Read(name, text, columns, order, leagues, goals: true);
        GoalCheck.Of(read, columns);
        return read;
    }

    /// <summary>Reads a list of fixtures. It needs no goals, and what it says of them is not looked at.</summary>
    /// <param name="name">What messages call the file.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="results">The results, which say what leagues there are, and how their author writes dates.</param>
    /// <exception cref="PlainFileException">It can't be read, or a column is missing.</exception>
    public static PlainFile List(string name, byte[] bytes, PlainFile results)
    {
        var text = TextOf(name, bytes);
        var columns = ColumnsOf(name, text, goals: false);
        List<string> days = [.. FileCheck.Cells(text, columns.Date)];
        var order = OrderOf(name, days);
        if (results.Order == DateOrder.MonthFirst && days.TrueForAll(day => DateCell.Read(day, DateOrder.MonthFirst) is not null))
            order = DateOrder.MonthFirst;
        return Read(name, text, columns, order, results.Leagues, goals: false);
    }

    static string TextOf(string name, byte[] bytes) => CsvText.Problem(bytes) switch
    {
        null => CsvText.Decode(bytes),
        CsvText.Empty => throw new PlainFileException($"{name} is empty. {Example}"),
        var problem => throw new PlainFileException($"{name}: {problem}"),
    };

    static PlainColumns ColumnsOf(string name, string text, bool goals)
    {
        using var reader = new CsvReader(text);
        return reader.ReadHeader() ? PlainColumns.Of(name, reader, goals) : throw new PlainFileException($"{name} is empty. {Example}");
    }

    static DateOrder OrderOf(string name, IEnumerable<string> days) => DateCell.OrderOf(days) is not DateOrder.Mixed and var order
        ? order
        : throw new PlainFileException($"{name}: {FileCheck.MixedDates}");

    static HashSet<(string, string)> Pairs(string text, PlainColumns columns)
    {
        HashSet<(string, string)> pairs = [];
        using var reader = new CsvReader(text);
        for (reader.ReadHeader(); reader.Read();)
            if (!reader.IsBlank) pairs.Add((Name(columns.League), Name(columns.Country)));
        return pairs;

        string Name(int column) => TeamName.Normalise(reader[column].ToString());
    }

    static PlainFile Read(string name, string text, PlainColumns columns, DateOrder order, LeagueNames leagues, bool goals)
    {
        using var reader = new CsvReader(text);
        reader.ReadHeader();
        var rows = new PlainRows(name, reader, columns, order, leagues, goals);
        List<PlainMatch> matches = [];
        List<DateOnly> otherDays = [];
        var other = order == DateOrder.DayFirst ? DateOrder.MonthFirst : DateOrder.DayFirst;
        while (reader.Read())
        {
            if (reader.IsBlank || rows.Match() is not { } match) continue;
            matches.Add(match);
            if (DateCell.Read(reader[columns.Date], other) is { } day) otherDays.Add(day);
        }
        return new(name, matches, rows.Bad, rows.Notes, leagues, order, otherDays.Count == matches.Count ? otherDays : []);
    }
}
