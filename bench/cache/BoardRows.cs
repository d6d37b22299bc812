using System.Globalization;
using Dapper;
using Npgsql;
using Soccer.Api.Ledger;
using Soccer.Contracts;
using Soccer.Contracts.Predict.V1;
using Soccer.Hosting.Database;
using Soccer.Tables;

namespace Soccer.Bench;

/// <summary>
/// A database of this program's own with forecasts of made-up matches: those of the board have the ids from 1 on, three kinds and nine
/// bookmakers each.
/// </summary>
sealed class BoardRows : IAsyncDisposable
{
    static readonly string[] Stages = ["Ingest", "Validate", "Featurize", "Predict", "Train", "Promote"];

    readonly string server;
    readonly string name;

    BoardRows(string server, string name)
    {
        (this.server, this.name) = (server, name);
        Database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString);
    }

    public NpgsqlDataSource Database { get; }

    public static async Task<BoardRows> Create(string server, int matches, int past)
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        var name = $"bench_{Guid.NewGuid():N}";
        await Execute(server, $"create database {name}");
        var rows = new BoardRows(server, name);
        await using var connection = await rows.Database.OpenConnectionAsync();
        foreach (var sql in (string[])
        [
            .. Stages.Prepend("Api").Select(stage => $"create schema {stage.ToLowerInvariant()}"),
            .. Stages.SelectMany(stage => MigrationFiles.In(PublishedTables.Assembly, stage)).Concat(MigrationFiles.In(typeof(LedgerSql).Assembly, "Migrations").Take(1))
                .Select(migration => migration.Contents),
            Rows.Replace("{matches}", Text(matches), StringComparison.Ordinal).Replace("{past}", Text(past), StringComparison.Ordinal),
            "analyze predict.forecast, validate.match, validate.odds",
        ])
            await connection.ExecuteAsync(sql);
        await AddRuns(connection);
        return rows;
    }

    /// <summary>A year of daily runs.</summary>
    static async Task AddRuns(NpgsqlConnection connection)
    {
        var first = new DateTime(2024, 2, 2, 20, 0, 0, DateTimeKind.Utc);
        for (var day = 0; day < 366; day++)
        {
            var (at, run) = (first.AddDays(day), new Run(Guid.NewGuid(), DateOnly.FromDateTime(first.AddDays(day)), "a bench", "bench"));
            await LedgerSql.Hear(connection, new(run.Id, run.AsOf, "a bench", "bench", "auto", false, "completed", at, at), default);
            await LedgerSql.AddEvent(connection, run.Id, Stage.Predict, new PredictionsRefreshed(run, "m1", 1, 1, 10, 10, 10, [], new("code", at, 1, false)), at, default);
        }
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    const string Rows = """
        insert into validate.team select i, 'England', 'Team ' || i from generate_series(1, 500) i;
        insert into ingest.snapshot values (1, 's1', 'a bench', '2025-01-31 18:00Z', 1, 1, 0, 1);
        insert into validate.dataset values (1, 'd1', 1, 's1', now(), 1, 1, 1, 1, 0, 0);
        insert into featurize.feature_schema values (1, 'schema', '{}', '{}');
        insert into featurize.feature_set values (1, 1, 1, 'd1', 'f1', 1, '2025-02-01', now());
        insert into promote.alias_log (alias, model_id, run_id, dataset_version, evidence, at) values ('champion', 'm1', gen_random_uuid(), 1, '[]', now());
        create temporary table day as
            select i as match_id, case when i <= {matches} then '2025-02-02'::date + i % 7 else '2025-01-20'::date - i % 1500 end as date from generate_series(1, {matches} + {past}) i;
        insert into validate.match (match_id, from_version, division, season, date, kick_off, home_id, away_id, meeting, row_hash, odds_hash)
            select match_id, 1, 'E0', 2024, date, '15:00', 1 + match_id % 500, 1 + (match_id + 1) % 500, 1, '', '' from day;
        insert into validate.odds (match_id, from_version, bookmaker, phase, market, price1, price2, price3)
            select match_id, 1, bookmaker, 0, 0, 2.7, 2.3, 4.4 from day, unnest(array['B365', 'BW', 'BF', 'PS', 'WH', '1XB', 'Max', 'Avg', 'BFE']) bookmaker;
        insert into predict.forecast (
            match_id, model_id, feature_set_version, odds_version, run_id, kind, as_of, division, date, home_id, away_id, home_win, draw, away_win,
            market_home_win, market_draw, market_away_win, best_home, best_home_at, best_draw, best_draw_at, best_away, best_away_at, expected_home_goals, expected_away_goals, made_at)
            select match_id, 'm1', 1, 1, gen_random_uuid(), kind, date - 1, 'E0', date, 1 + match_id % 500, 1 + (match_id + 1) % 500, .4, .35, .25,
                   .359, .424, .217, 2.7, 'B365', 2.4, 'PS', 4.4, 'WH', 1.6, 1.1, date - 1
            from day, unnest(array['results-only', 'market-memory', 'market-aware']) kind;
        update predict.forecast set as_of = '2025-02-01' where as_of > '2025-02-01';
        """;

    static async Task Execute(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.ExecuteAsync(sql);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await Execute(server, $"drop database {name} with (force)");
    }
}
