using Soccer.Csv;
using Soccer.Featurize;
using Soccer.Forecasting;
using Soccer.Forecasting.Features;
using Soccer.Train;
using Soccer.Train.Backtesting;
using Soccer.Validate.Matching;
using Soccer.Validate.Reading;

namespace Soccer.Bench;

/// <summary>
/// The played matches of a folder of files, as the cascade would have them: read and matched by Validate's code, described by the feature pass, without a broker or a database
/// between. Rows, outcomes and prices are those that a run as of the same day trains on.
/// </summary>
/// <param name="Matches">In the order of date and id, with the market's opening and closing prices where known.</param>
/// <param name="Best">The best opening price of each, where known.</param>
/// <param name="Teams">Teams by id.</param>
public sealed record History(IReadOnlyList<Match> Matches, Prices?[] Best, IReadOnlyDictionary<long, Team> Teams)
{
    /// <summary>Reads every file of a mirror (mmz4281/ and new/).</summary>
    /// <param name="folder">The mirror, or a simulated world.</param>
    /// <param name="asOf">The last day that is known; none for all there is.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">It has no played match.</exception>
    public static History Read(string folder, DateOnly? asOf = null) => Of(ReadDataset(folder, FilesOf(folder)), asOf, folder);

    /// <summary>The files of results in a mirror, in the order of their paths.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static SourceFile[] FilesOf(string folder) =>
    [
        .. Directory.GetFiles(folder, "*.csv", SearchOption.AllDirectories)
            .Select(path => SourceFile.Of(Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .OfType<SourceFile>().Where(file => !file.IsFixtures).OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    /// <summary>Reads and matches some files of a mirror.</summary>
    public static Dataset ReadDataset(string folder, SourceFile[] files)
    {
        var contents = new FileContent[files.Length];
        Parallel.For(0, files.Length, at => contents[at] = FileReader.Read(files[at], File.ReadAllBytes(Path.Combine(folder, files[at].Path))));
        return Dataset.Of(contents);
    }

    /// <summary>What is left where nothing before a day is known.</summary>
    public History Since(DateOnly day)
    {
        var first = Matches.TakeWhile(match => match.Date < day).Count();
        return this with { Matches = [.. Matches.Skip(first)], Best = Best[first..] };
    }

    /// <summary>Describes every match by what was known before its day.</summary>
    /// <param name="pass">A new pass; none for one of every family.</param>
    public TrainingSet Describe(FeaturePass? pass = null)
    {
        pass ??= FeaturePass.Create();
        var width = pass.Schema.Features.Count;
        var values = new float[(long)Matches.Count * width];
        var at = 0;
        pass.Run(Matches, (_, row) => row.CopyTo(values.AsSpan(at++ * width, width)), CancellationToken.None, SideBySide.Run);
        return new TrainingSet(
            [.. pass.Schema.Features.Select(feature => feature.Name)], [.. Matches.Select(match => match.Id)], [.. Matches.Select(match => match.Date)],
            [.. Matches.Select(match => match.Division)], [.. Matches.Select(match => match.FullTime!.Value.Outcome)], values,
            [.. Matches.Select(match => match.Opening)], [.. Matches.Select(match => match.Closing)], [.. Matches.Select(match => match.FullTime!.Value)]);
    }

    /// <summary>The same for a backtest: with seasons and best prices.</summary>
    public BacktestMatches ForBacktest(TrainingSet described) => new(described, [.. Matches.Select(match => match.Season)], Best);

    /// <summary>The played matches of a dataset.</summary>
    /// <exception cref="InvalidDataException">There is no played match.</exception>
    public static History Of(Dataset dataset, DateOnly? asOf, string folder)
    {
        var played = dataset.Matches.Where(match => match.FullTime is not null && !(match.Date > asOf)).OrderBy(match => match.Date).ThenBy(match => match.Id).ToArray();
        if (played.Length == 0)
            throw new InvalidDataException($"'{folder}' has no match that was played{(asOf is { } day ? $" by {day:yyyy-MM-dd}" : "")}; name a folder that holds mmz4281/ or new/.");

        return new(
            Array.ConvertAll(played, MatchOf), Array.ConvertAll(played, match => MarketOf.Best(match)), dataset.Teams.ToDictionary(team => team.Id));
    }

    static Match MatchOf(CanonicalMatch match) => new()
    {
        Id = match.Id,
        Division = match.Division,
        Season = match.Season,
        Date = match.Date,
        Home = match.Home.Id,
        Away = match.Away.Id,
        FullTime = match.FullTime,
        HalfTime = match.HalfTime,
        HomeStatistics = match.HomeStatistics,
        AwayStatistics = match.AwayStatistics,
        Opening = MarketOf.Opening(match),
        Closing = MarketOf.Closing(match),
    };
}
