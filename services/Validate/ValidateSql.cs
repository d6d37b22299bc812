namespace Soccer.Validate;

/// <summary>
/// Every statement of the stage. The published tables (dataset, team, match, odds) are Soccer.Tables'; those with an underscore are the
/// stage's own.
/// </summary>
static class ValidateSql
{
    /// <summary>Held to the end of the transaction: snapshots are merged one at a time.</summary>
    public const string Lock = "select pg_advisory_xact_lock(hashtext('validate.merge'))";

    public const string NewestMerged = "select coalesce(max(snapshot_number), 0) from validate._merge";

    public const string OpenMatches = """
        select match_id, division, season, date, home_goals, away_goals, row_hash, odds_hash
        from validate.match
        where to_version is null
        """;

    public const string OpenOdds = """
        select match_id, bookmaker, phase, market, line, price1, price2, price3
        from validate.odds
        where match_id = any($1) and to_version is null
        """;

    public const string InsertTeams = """
        insert into validate.team (team_id, country, name)
        select team_id, country, name from unnest(@ids, @countries, @names) as named (team_id, country, name)
        on conflict (team_id) do update set name = excluded.name where team.name <> excluded.name
        """;

    public const string CloseMatches = "update validate.match set to_version = @version where match_id = any(@ids) and to_version is null";

    public const string CloseOdds = """
        update validate.odds as o
        set to_version = @version
        from unnest(@ids, @bookmakers, @phases, @markets) as gone (match_id, bookmaker, phase, market)
        where o.match_id = gone.match_id and o.bookmaker = gone.bookmaker and o.phase = gone.phase and o.market = gone.market and o.to_version is null
        """;

    /// <summary>
    /// Before the first rows: a table emptied in the transaction takes them frozen, so that no vacuum has to. The indexes of the odds are
    /// built after four million rows in half the time that they take row by row: see <see
    /// cref="InsertDataset"/>.
    /// </summary>
    public const string EmptyTables = """
        drop index if exists validate.odds_match, validate.odds_one_open;
        truncate validate.match, validate.odds;
        """;

    public static string CopyMatches(bool frozen) => $"""
        copy validate.match (
            match_id, from_version, division, season, date, kick_off, home_id, away_id, meeting,
            home_goals, away_goals, half_time_home_goals, half_time_away_goals,
            home_shots, away_shots, home_shots_on_target, away_shots_on_target, home_corners, away_corners,
            home_fouls, away_fouls, home_yellows, away_yellows, home_reds, away_reds, row_hash, odds_hash)
        from stdin (format binary{(frozen ? ", freeze" : "")})
        """;

    public static string CopyOdds(bool frozen) => $"""
        copy validate.odds (match_id, from_version, bookmaker, phase, market, line, price1, price2, price3)
        from stdin (format binary{(frozen ? ", freeze" : "")})
        """;

    /// <summary>What <see cref="EmptyTables"/> has dropped, as the migrations of the published tables made it.</summary>
    const string IndexOdds = """
        do $$
        begin
            if to_regclass('validate.odds_one_open') is null then
                create index odds_match on validate.odds (match_id);
                create unique index odds_one_open on validate.odds (match_id, bookmaker, phase, market) where to_version is null;
            end if;
        end $$;
        """;

    public const string InsertDataset = $"""
        {IndexOdds}
        insert into validate.dataset (version, hash, snapshot_number, snapshot_id, created_at, matches, fixtures, odds_rows, added, changed, removed)
        values (@Version, @Hash, @SnapshotNumber, @SnapshotId, @now, @Matches, @Fixtures, @OddsRows, @Added, @Changed, @Removed)
        """;

    public const string NewestDataset = """
        select version, hash, snapshot_number, snapshot_id, matches, fixtures, odds_rows, added, changed, removed
        from validate.dataset
        order by version desc
        limit 1
        """;

    public const string InsertMerge = """
        insert into validate._merge (snapshot_number, dataset_version, at)
        values (@number, @version, @now)
        on conflict do nothing
        """;

    public const string InsertJudgement = """
        insert into validate._judgement (snapshot_number, as_of, gates, tally, at)
        values (@number, @asOf, @gates::jsonb, @tally::jsonb, @now)
        on conflict (snapshot_number, as_of) do update set gates = excluded.gates, tally = excluded.tally, at = excluded.at
        """;

    public const string DeleteQuarantine = "delete from validate.quarantine where snapshot_number = @number";

    public const string InsertQuarantine = """
        insert into validate.quarantine (snapshot_number, file, line, kind, rows, reason, raw)
        select @number, file, line, kind, rows, reason, raw
        from unnest(@files, @lines, @kinds, @rows, @reasons, @raws) as bad (file, line, kind, rows, reason, raw)
        """;

    /// <summary>Deletes what is kept of ten snapshots that Ingest has deleted.</summary>
    public const string DeleteJudgements = """
        with gone as (
            select distinct snapshot_number
            from validate._judgement
            where not exists (select from ingest.snapshot where number = snapshot_number)
            limit 10
        ), rows as (
            delete from validate.quarantine where snapshot_number in (select snapshot_number from gone)
        )
        delete from validate._judgement where snapshot_number in (select snapshot_number from gone)
        """;

    /// <summary>After a large merge, so that readers right behind it get plans for full tables.</summary>
    public const string Analyze = "analyze validate.match, validate.odds, validate.team";
}
