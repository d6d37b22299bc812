using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;

namespace Soccer.Api.Tests.Http;

/// <summary>Rows of the stages' tables, as little of each as a forecast is told from.</summary>
static class ForecastRows
{
    /// <summary>A sealed forecast by one kind; its draw has .25.</summary>
    public static Task Forecast(
        this ScratchDatabase database, int match, string division, string date, string asOf, int home, int away, string model, double homeWin, string kind = "results-only",
        int features = 5, int odds = 3, double draw = 0.25, string best = "2.1, 'B365', null, null, null, null") => database.Execute(
        FormattableString.Invariant($"""
            insert into predict.forecast (
                match_id, model_id, feature_set_version, odds_version, run_id, kind, as_of, division, date, home_id, away_id, home_win, draw, away_win,
                market_home_win, best_home, best_home_at, best_draw, best_draw_at, best_away, best_away_at, expected_home_goals, expected_away_goals, made_at)
            values (
                {match}, '{model}', {features}, {odds}, gen_random_uuid(), '{kind}', '{asOf}', '{division}', '{date}', {home}, {away}, {homeWin}, {draw}, {1 - draw - homeWin},
                0.48, {best}, 1.6, 1.1, '{asOf} 20:00Z')
            """));

    /// <summary>The scores of such a forecast, whose match ended so: 0 is a home win, 2 an away win.</summary>
    public static Task Settled(
        this ScratchDatabase database, int match, string division, string date, int outcome, double homeWin, double? market,
        string kind = "market-aware", int features = 5)
    {
        var (forecast, happened) = (new Probabilities(homeWin, 0.25, 0.75 - homeWin), (Outcome)outcome);
        double? marketLogLoss = market is { } home ? LogLoss.Of(new Probabilities(home, 0.25, 0.75 - home), happened) : null;
        return database.Execute(FormattableString.Invariant($"""
            insert into drift_check.settled_forecast (
                match_id, model_id, kind, feature_set_version, odds_version, dataset_version, division, date, outcome,
                log_loss, rps, brier, market_log_loss)
            values (
                {match}, 'm1', '{kind}', {features}, 3, 3, '{division}', '{date}', {outcome}, {LogLoss.Of(forecast, happened)},
                {RankedProbabilityScore.Of(forecast, happened)}, {BrierScore.Of(forecast, happened)},
                {(object?)marketLogLoss ?? "null"})
            """));
    }

    /// <summary>A match of some dataset versions.</summary>
    public static Task Match(this ScratchDatabase database, int match, string division, string date, int from, int? to = null, string? kickOff = null) => database.Execute(
        FormattableString.Invariant($"""
            insert into validate.match (
                match_id, from_version, to_version, division, season, date, kick_off, home_id, away_id, meeting, row_hash, odds_hash)
            values ({match}, {from}, {(object?)to ?? "null"}, '{division}', 2024, '{date}', {(kickOff is null ? "null" : $"'{kickOff}'")}, 1, 2, 0, '', '')
            """));

    /// <summary>Ends a match's row with a dataset version.</summary>
    public static Task EndMatch(this ScratchDatabase database, int match, int version) => database.Execute(
        FormattableString.Invariant($"update validate.match set to_version = {version} where match_id = {match} and to_version is null"));

    /// <summary>1X2 odds of some dataset versions; phase 0 is opening.</summary>
    public static Task Odds(
        this ScratchDatabase database, int match, string bookmaker, double home, double draw, double? away, int from, int? to = null, int phase = 0, int market = 0) => database.Execute(
        FormattableString.Invariant($"""
            insert into validate.odds (match_id, from_version, to_version, bookmaker, phase, market, line, price1, price2, price3)
            values ({match}, {from}, {(object?)to ?? "null"}, '{bookmaker}', {phase}, {market}, null, {home}, {draw}, {(object?)away ?? "null"})
            """));

    /// <summary>A dataset version and the snapshot that made it, which has the number ten times the version.</summary>
    public static Task Dataset(this ScratchDatabase database, int version, string takenAt) => database.Execute(
        FormattableString.Invariant($"""
            insert into ingest.snapshot (number, id, source, taken_at, files, changed_files, stale_files, bytes)
            values ({version * 10}, 's{version}', 'a test', '{takenAt}', 1, 1, 0, 1);
            insert into validate.dataset (version, hash, snapshot_number, snapshot_id, created_at, matches, fixtures, odds_rows, added, changed, removed)
            values ({version}, 'd{version}', {version * 10}, 's{version}', now(), 1, 1, 1, 1, 0, 0)
            """));

    /// <summary>A feature set of a dataset version.</summary>
    public static Task FeatureSet(this ScratchDatabase database, int version, int dataset) => database.Execute(
        FormattableString.Invariant($$"""
            insert into featurize.feature_schema (schema_id, schema_hash, names, meanings) values (1, 'schema', '{}', '{}') on conflict do nothing;
            insert into featurize.feature_set (version, schema_id, dataset_version, dataset_hash, hash, rows, as_of, created_at)
            values ({{version}}, 1, {{dataset}}, 'd{{dataset}}', 'f{{version}}', 1, '2025-02-01', now())
            """));

    /// <summary>A model becomes champion.</summary>
    public static Task Promote(this ScratchDatabase database, string model) => database.Execute(
        FormattableString.Invariant($"insert into promote.alias_log (alias, model_id, run_id, dataset_version, evidence, at) values ('champion', '{model}', gen_random_uuid(), 3, '[]', now())"));
}
