namespace Soccer.Architecture.Tests.Sql;

/// <summary>The guard itself: what it finds in SQL, and what it does not take for SQL.</summary>
public sealed class StatementSpecs
{
    [TestCase("insert into train.model (id) values (1) on conflict (id) do update set id = 2", "train.model")]
    [TestCase("update validate.odds as o set to_version = 1 from unnest(@ids) as gone (id) where o.id = gone.id", "validate.odds")]
    [TestCase("delete from api._run where run_id = @id", "api._run")]
    [TestCase("truncate validate.match, validate.odds", "validate.match", "validate.odds")]
    [TestCase("drop index if exists validate.odds_match, validate.odds_one_open; truncate validate.odds", "validate.odds")]
    [TestCase("copy featurize.feature_row (match_id) from stdin (format binary)", "featurize.feature_row")]
    [TestCase("create index on api._run (accepted_at desc)", "api._run")]
    [TestCase("create unique index run_newest on api._run (accepted_at desc)", "api._run")]
    [TestCase("create table if not exists ingest._source (path text)", "ingest._source")]
    [TestCase("select run_id from api._run for update")]
    public void Finds_the_tables_that_are_written(string sql, params string[] tables) => Assert.That(Statement.Of(sql)!.Writes, Is.EqualTo(tables));

    [TestCase("select number from ingest.snapshot s join validate.dataset d on d.number = s.number", "ingest.snapshot", "validate.dataset")]
    [TestCase("insert into predict.forecast (id) select match_id from validate.match -- and from train.model", "predict.forecast", "validate.match")]
    [TestCase("select pg_advisory_xact_lock(hashtext('validate.merge')) from api.build", "api.build")]
    [TestCase("drop index if exists validate.odds_match, validate.odds_one_open; truncate validate.odds", "validate.odds")]
    public void Finds_the_tables_that_are_named(string sql, params string[] tables) => Assert.That(Statement.Of(sql)!.Mentions, Is.EqualTo(tables));

    [TestCase("select id from snapshot", "snapshot")]
    [TestCase("select id from api._run join snapshot using (id)", "snapshot")]
    [TestCase("with newest as (select id from api._run) select id from newest")]
    [TestCase("select extract(epoch from max(at)) from api._run, unnest(@ids)")]
    [TestCase("copy api._run (id) from stdin")]
    [TestCase("select id from api._run where at between @from and @to")]
    public void Finds_tables_without_a_schema(string sql, params string[] tables) => Assert.That(Statement.Of(sql)!.Unqualified, Is.EqualTo(tables));

    [TestCase("select * from api._run", true)]
    [TestCase("select @id, * from unnest(@ids)", true)]
    [TestCase("select r.* from api._run r", true)]
    [TestCase("select count(*), 2 * seconds from api._run", false)]
    public void Finds_a_star_for_columns(string sql, bool star) => Assert.That(Statement.Of(sql)!.HasStar, Is.EqualTo(star));

    [TestCase("select code_version from ")]
    [TestCase("select 1 from a.b; insert into ")]
    public void Finds_a_table_that_is_put_in_at_run_time(string sql) => Assert.That(Statement.Of(sql)!.IsOpen, Is.True);

    [TestCase("the bytes of the file are not in ingest.blob")]
    [TestCase("GET /v1/runs lists the newest")]
    [TestCase("Select a team")]
    public void Does_not_take_prose_for_SQL(string text) => Assert.That(Statement.Of(text), Is.Null);
}
