using Npgsql;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Validating;

/// <summary>Of each match, each price and each feature row one version stands: the database sees to it.</summary>
sealed class OneOpenVersionSpecs
{
    const string Matches = """
        insert into validate.match (
            match_id, from_version, to_version, division, season, date, home_id, away_id, meeting, row_hash, odds_hash)
        select id, came, gone, 'E0', 2024, '2025-02-02', 1, 2, 1, '', '' from (values
        """;
    const string Odds = """
        insert into validate.odds (match_id, from_version, to_version, bookmaker, phase, market, price1, price2)
        select id, came, gone, bookmaker, 0, 1, price, 2 from (values
        """;
    const string Rows = """
        insert into featurize.feature_row (match_id, schema_id, from_version, to_version, row_hash, values)
        select id, 1, came, gone, '', '{1}' from (values
        """;

    ScratchDatabase? scratch;

    ScratchDatabase Database => scratch!;

    [SetUp]
    public async Task Start() => scratch = await ScratchDatabase.Create();

    [TearDown]
    public async Task Stop()
    {
        if (scratch is not null)
            await scratch.DisposeAsync();
    }

    [TestCase($"{Matches} (1, 1, null::int), (1, 2, null)) as row (id, came, gone)", "match_one_open")]
    [TestCase($"{Odds} (1, 1, null::int, 'B365', 2), (1, 2, null, 'B365', 3)) as row (id, came, gone, bookmaker, price)", "odds_one_open")]
    [TestCase($"{Rows} (1, 1, null::int), (1, 2, null)) as row (id, came, gone)", "feature_row_one_open")]
    public async Task Two_open_versions_are_refused(string sql, string rule)
    {
        await Database.Publish("Validate");
        await Database.Publish("Featurize");
        var error = (await Assert.ThrowsAsync<PostgresException>(() => Database.Execute(sql)))!;
        Assert.That(error.ConstraintName, Is.EqualTo(rule));
    }

    [Test]
    public async Task A_build_of_features_may_write_the_new_row_before_it_ends_the_old_one()
    {
        await Database.Publish("Featurize");
        await Database.Execute($"{Rows} (1, 1, null::int)) as row (id, came, gone)");
        await Database.Execute($"""
            begin;
            {Rows} (1, 2, null::int)) as row (id, came, gone);
            update featurize.feature_row set to_version = 2 where from_version = 1;
            commit
            """);
        Assert.That(
            await Database.Rows<int?>("select to_version from featurize.feature_row order by from_version"), Is.EqualTo(new int?[] { 2, null }));
    }

    [Test]
    public async Task Of_two_matches_that_stand_in_an_older_system_the_older_ends_where_the_newer_came()
    {
        await Database.Publish("Validate", name => !IsRule(name));
        await Database.Execute($"{Matches} (1, 1, null::int), (1, 3, null), (1, 5, null), (2, 1, 4), (2, 4, null)) as row (id, came, gone)");
        await Database.Publish("Validate", IsRule);
        Assert.That(
            await Database.Rows<string>(
                "select concat_ws(' ', match_id, from_version, coalesce(to_version::text, 'stands')) from validate.match order by 1"),
            Is.EqualTo(["1 1 3", "1 3 5", "1 5 stands", "2 1 4", "2 4 stands"]));
    }

    [Test]
    public async Task Of_two_prices_that_stand_in_an_older_system_the_older_ends_where_the_newer_came()
    {
        await Database.Publish("Validate", name => !IsRule(name));
        await Database.Execute($"""
            {Odds} (1, 1, null::int, 'B365', 2), (1, 3, null, 'B365', 3), (1, 1, null, 'PS', 2),
                   (2, 1, null, 'B365', 2.5), (2, 1, null, 'B365', 2)) as row (id, came, gone, bookmaker, price)
            """);
        await Database.Publish("Validate", IsRule);
        Assert.That(
            await Database.Rows<string>(
                "select concat_ws(' ', match_id, bookmaker, price1, from_version, coalesce(to_version::text, 'stands')) from validate.odds order by 1"),
            Is.EqualTo(["1 B365 2 1 3", "1 B365 3 3 stands", "1 PS 2 1 stands", "2 B365 2 1 1", "2 B365 2.5 1 stands"]));
    }

    [Test]
    public async Task Of_two_feature_rows_that_stand_in_an_older_system_the_older_ends_where_the_newer_came()
    {
        await Database.Publish("Featurize", name => !IsRule(name));
        await Database.Execute($"{Rows} (1, 1, null::int), (1, 3, null), (2, 1, null)) as row (id, came, gone)");
        await Database.Publish("Featurize", IsRule);
        Assert.That(
            await Database.Rows<string>(
                "select concat_ws(' ', match_id, from_version, coalesce(to_version::text, 'stands')) from featurize.feature_row order by 1"),
            Is.EqualTo(["1 1 3", "1 3 stands", "2 1 stands"]));
    }

    static bool IsRule(string migration) => migration.EndsWith("one_open_version", StringComparison.Ordinal);
}
