using System.Diagnostics;
using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;
using Soccer.Forecasting.Models;
using Soccer.Train;
using Soccer.Train.Backtesting;

namespace Soccer.Bench;

/// <summary>Every learner's forecasts of some seasons' matches of the main divisions that have opening and closing odds.</summary>
sealed class SeasonRows(TrainingSet set, BacktestSeason[] seasons, string kind)
{
    /// <summary>Penalises the regression's weights, as <see cref="Ensemble"/> does.</summary>
    const double Ridge = 100;

    readonly Dictionary<int, int[]> rows = seasons.ToDictionary(season => season.Season, season => (int[])
        [.. season.Rows.Where(row => set.IsMain(row) && set.Opening[row] is { IsUsable: true } && set.Closing[row] is { IsUsable: true })]);

    readonly Dictionary<(string Learner, int Season), float[]> logs = [];
    readonly Dictionary<string, (double Wall, double Processor)> costs = [];

    /// <summary>Fits a learner before each season from one on, and keeps its log-probabilities.</summary>
    /// <param name="name">What it is called here.</param>
    /// <param name="parameters">With this learner alone.</param>
    /// <param name="from">The first season.</param>
    public void Fit(string name, KindParameters parameters, int from)
    {
        var (wall, processor) = (Stopwatch.StartNew(), Processor());
        BacktestSeason[] of = [.. seasons.Where(season => season.Season >= from)];
        foreach (var season in of)
        {
            var model = KindFit.Fit(kind, set, season.Split, parameters, _ => { }, CancellationToken.None)!.Model;
            var forecasts = new float[TreeEnsemble.Classes * rows[season.Season].Length];
            var margins = new float[TreeEnsemble.Classes];
            foreach (var (at, row) in rows[season.Season].Index())
            {
                model.Parts.Single().Margins(set.Row(row), margins);
                KindModel.LogProbabilities(margins, forecasts.AsSpan(TreeEnsemble.Classes * at, TreeEnsemble.Classes));
            }

            logs.Add((name, season.Season), forecasts);
        }

        costs.Add(name, (wall.Elapsed.TotalSeconds / of.Length, (Processor() - processor) / of.Length));
    }

    /// <summary>Log loss of a blend, match by match.</summary>
    /// <param name="of">The seasons.</param>
    /// <param name="learners">What is blended.</param>
    /// <param name="folds">Earlier seasons that a regression on the learners' forecasts learns from; none for their geometric mean.</param>
    public double[] Losses(int[] of, string[] learners, int? folds) => [.. of.SelectMany(season =>
    {
        var meta = folds is { } number ? Regression(learners, [.. Enumerable.Range(season - number, number)]) : null;
        var parts = learners.Select(learner => new ModelPart(learner, null, null));
        var model = new KindModel(kind, [], [.. parts], meta is null ? [.. learners.Select(_ => 1d / learners.Length)] : null, meta);
        return rows[season].Index().Select(row => LogLoss.Of(model.Combine(Row(learners, season, row.Index)), set.Outcomes[row.Item]));
    })];

    /// <summary>The matches' days.</summary>
    public DateOnly[] Days(int[] of) => [.. of.SelectMany(season => rows[season].Select(row => set.Dates[row]))];

    /// <summary>Seconds that a fit took.</summary>
    public double Seconds(string learner) => costs[learner].Wall;

    /// <summary>Seconds of all processors together that a fit took.</summary>
    public double ProcessorSeconds(string learner) => costs[learner].Processor;

    MultinomialLogistic Regression(string[] learners, int[] of)
    {
        var at = of.SelectMany(season => rows[season].Index().Select(row => (Season: season, row.Index, Row: row.Item))).OrderBy(match => match.Row).ToArray();
        var chosen = set.Choose([.. at.Select(match => match.Row)], []);
        string[] names = [.. Enumerable.Range(0, TreeEnsemble.Classes * learners.Length).Select(column => $"{column}")];
        var stacked = new TrainingSet(
            names, chosen.Matches, chosen.Dates, chosen.Divisions, chosen.Outcomes, [.. at.SelectMany(match => Row(learners, match.Season, match.Index))],
            chosen.Opening, chosen.Closing);
        return LogisticFit.Fit(stacked, ..stacked.Count, Enumerable.Range(0, names.Length), Ridge, CancellationToken.None);
    }

    float[] Row(string[] learners, int season, int at) =>
        [.. learners.SelectMany(learner => logs[(learner, season)].AsSpan(TreeEnsemble.Classes * at, TreeEnsemble.Classes).ToArray())];

    static double Processor()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }
}
