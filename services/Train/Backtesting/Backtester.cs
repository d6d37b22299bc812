using System.Text.Json;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Contracts.Train.V1;
using Soccer.Forecasting.Odds;
using Soccer.Hosting;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;
using Soccer.Tables.Featurize;
using Soccer.Tables.Train;
using Soccer.Train.Experiments;

namespace Soccer.Train.Backtesting;

/// <summary>A stored report: what the step remembers.</summary>
public sealed record StoredBacktest(string ReportId, Score[] Pooled);

/// <summary>Forecasts test seasons one by one, each by models that knew nothing of it, and stores how they did.</summary>
public sealed class Backtester(
    NpgsqlDataSource database, StepMemo memo, StageProgress progress, BoostingLibraries libraries, ServiceIdentity service, Commissions commissions, IOptions<TrainOptions> options,
    TimeProvider time)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Makes the report, from what earlier backtests have fitted where they have.</summary>
    /// <param name="command">What was asked for.</param>
    /// <param name="features">The feature set.</param>
    /// <param name="kinds">The kinds, from the one that sees least.</param>
    /// <param name="cancellation">Asked before every round of every fit.</param>
    /// <exception cref="BacktestRequestException">It can't be made as it was asked for.</exception>
    public async Task<StoredBacktest> Run(RunBacktest command, FeatureSetRow features, string[] kinds, CancellationToken cancellation)
    {
        progress.Report(command.BacktestId, "read features", 0, 0);
        var matches = await Connected(connection => BacktestRead.Matches(connection, features, cancellation), cancellation);
        var wanted = command.TestSeasons is [] ? matches.Played().TakeLast(2) : command.TestSeasons.Distinct().Order();
        var parameters = options.Value.Parameters;
        BacktestSeason[] seasons = [.. wanted.Select(season => BacktestSeason.Of(matches, season, parameters.Split.WarmUpYears))];

        List<(string Kind, IReadOnlyList<MatchForecasts> Forecasts)> forecasts = [];
        foreach (var kind in kinds)
        {
            List<MatchForecasts> ofKind = [];
            foreach (var season in seasons)
                ofKind.Add(await Forecasts(command.BacktestId, kind, matches, season, features, cancellation));

            forecasts.Add((kind, ofKind));
        }

        progress.Report(command.BacktestId, "score", 0, 0);
        var priced = await Connected(
            connection => BacktestRead.WithBestPrices(connection, features, matches, seasons, commissions, cancellation), cancellation);
        var inputs = new BacktestInputs(
            features.DatasetHash, features.Hash, features.SchemaHash, service.CodeVersion,
            new(parameters.Described(), StringComparer.Ordinal) { ["libraries"] = libraries.ToString(), ["commission"] = commissions.ToString() });
        var report = await Task.Run(
            () => BacktestScoring.Report(priced, seasons, KindForecasts.Served(seasons, forecasts), inputs), cancellation);
        var id = await Connected(connection => BacktestSql.StoreReport(
            connection, JsonSerializer.Serialize(report, Json), features.Version, time.GetUtcNow().UtcDateTime, cancellation),
            cancellation);
        var pooled = report.Slices[0];
        return new(id, [.. pooled.Scores.Select(score => new Score(
            score.Forecaster, pooled.Matches, score.LogLoss, score.Rps, score.Brier, score.Accuracy, score.CalibrationError))]);
    }

    async Task<MatchForecasts> Forecasts(
        Guid backtest, string kind, BacktestMatches matches, BacktestSeason season, FeatureSetRow features, CancellationToken cancellation)
    {
        var parameters = options.Value.Parameters.Of(kind);
        var inputs = new
        {
            kind,
            season.Season,
            features.DatasetHash,
            FeatureSetHash = features.Hash,
            features.SchemaHash,
            features.AsOf,
            Libraries = libraries.ToString(),
            options.Value.Parameters.Split.WarmUpYears,
            Parameters = parameters.Described(kind),
        };
        var (id, _) = await memo.Run("backtest-season", inputs, force: false, id => id, async token =>
        {
            var fit = await Task.Run(() => SeasonFit.Of(
                kind, matches.Set, season, parameters, time, fit => progress.Report(backtest, $"{season.Name} {kind}", fit.Round, fit.Rounds), token), token);
            await using var connection = await database.OpenConnectionAsync(token);
            var now = time.GetUtcNow().UtcDateTime;
            if (fit.Fitted is { } fitted)
            {
                var sources = new TrainingSources(features.DatasetHash, features.Hash, features.SchemaHash, service.CodeVersion, libraries.ToString());
                await ExperimentSql.Store(
                    connection,
                    new(ExperimentOwner.Of(backtest, season.Season), sources, options.Value.Parameters.Described(parameters.Described(kind)), fitted, fit.Cost, fit.Judged(matches.Set, season)),
                    now, token);
            }

            return await BacktestSql.Store(connection, fit.Forecasts, kind, season.Season, now, token);
        }, cancellation);
        return await Connected(connection => BacktestSql.Read(connection, id, cancellation), cancellation);
    }

    /// <summary>A connection for one question: a backtest fits for minutes between two of them.</summary>
    async Task<T> Connected<T>(Func<NpgsqlConnection, Task<T>> ask, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await ask(connection);
    }
}
