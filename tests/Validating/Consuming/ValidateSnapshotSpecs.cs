using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Soccer.Contracts.Validate.V1;
using Soccer.Hosting.Database;
using Soccer.Tables.Validate;

namespace Soccer.Validating.Tests.Consuming;

public sealed class ValidateSnapshotSpecs
{
    const string Header = Invented.Header + ",B365H,B365D,B365A,B365CH,B365CD,B365CA\n";
    const string One = "E0,30/11/2024,Aston,Burton,1,0,H,2,3.5,4,2.1,3.5,3.8\n";
    const string Two = "E0,30/11/2024,Crewe,Derby,0,0,D,2.5,3.3,2.9,,,\n";
    const string Fixtures = "Div,Date,HomeTeam,AwayTeam,B365H,B365D,B365A\nE0,04/01/2025,Burton,Crewe,2.2,3.4,3.3\n";

    [Test]
    public async Task Makes_a_snapshot_a_dataset_version_that_can_be_read()
    {
        await using var stage = await ScratchStage.Start();
        var validated = await stage.Consume<SnapshotValidated>(await stage.Store(1, (Invented.Season, Header + One + Two), ("fixtures.csv", Fixtures)));
        Assert.That(
            (validated.DatasetVersion, validated.Matches, validated.Fixtures, validated.OddsRows, validated.Added, validated.Changed, validated.Removed),
            Is.EqualTo((1, 2, 1, 4, 3, 0, 0)));
        await using var database = await stage.Database();
        var matches = await Matches.Read(database, 1, default);
        Assert.That(matches.Select(match => match.FullTime?.Home), Is.EquivalentTo(new int?[] { 1, 0, null }));
        var closing = await MatchOdds.Read(database, 1, OddsPhase.Closing, [.. matches.Select(match => match.Id)], default);
        Assert.That(closing.Select(price => (price.Bookmaker, price.Home)), Is.EqualTo(new[] { ("B365", 2.1f) }));
    }

    [Test]
    public async Task The_first_version_leaves_the_indexes_as_the_migrations_made_them()
    {
        await using var stage = await ScratchStage.Start();
        const string Indexes = "select indexdef from pg_indexes where schemaname = 'validate' order by 1";
        await using var database = await stage.Database();
        var before = (await database.QueryAsync<string>(Indexes)).ToList();
        await stage.Consume<SnapshotValidated>(await stage.Store(1, (Invented.Season, Header + One)));
        Assert.That(await database.QueryAsync<string>(Indexes), Is.EqualTo(before).And.Some.Contains("odds_one_open"));
    }

    [Test]
    public async Task A_redelivered_snapshot_has_one_effect_and_the_same_event_again()
    {
        await using var stage = await ScratchStage.Start();
        var snapshot = await stage.Store(1, (Invented.Season, Header + One));
        var first = await stage.Consume<SnapshotValidated>(snapshot);
        var again = await stage.Consume<SnapshotValidated>(snapshot with { Run = ScratchStage.RunOf() });
        Assert.That(again with { Run = first.Run, Step = first.Step, Gates = first.Gates, Unreadable = first.Unreadable }, Is.EqualTo(first));
        Assert.That((first.Step.Remembered, again.Step.Remembered), Is.EqualTo((false, true)));
        Assert.That(await Count(stage, "validate.match"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_forced_run_computes_again_and_comes_to_the_same_version()
    {
        await using var stage = await ScratchStage.Start();
        var snapshot = await stage.Store(1, (Invented.Season, Header + One));
        var first = await stage.Consume<SnapshotValidated>(snapshot);
        var forced = await stage.Consume<SnapshotValidated>(snapshot with { Run = ScratchStage.RunOf(force: true) });
        Assert.That(forced with { Run = first.Run, Step = first.Step, Gates = first.Gates }, Is.EqualTo(first));
        Assert.That(forced.Step.Remembered, Is.False);
    }

    [Test]
    public async Task Adds_only_what_changed_and_keeps_what_was()
    {
        await using var stage = await ScratchStage.Start();
        var before = await stage.Consume<SnapshotValidated>(await stage.Store(1, (Invented.Season, Header + One), ("fixtures.csv", Fixtures)));
        var played = "E0,05/01/2025,Burton,Crewe,2,2,D,2.2,3.4,3.3,2.3,3.4,3.1\n";
        var snapshot = await stage.Store(2, (Invented.Season, Header + One + played + Two), ("fixtures.csv", Fixtures));
        var after = await stage.Consume<SnapshotValidated>(snapshot);
        Assert.That((after.DatasetVersion, after.Added, after.Changed, after.Removed), Is.EqualTo((2, 1, 1, 0)));
        // One and its two odds rows, the fixture and its one; then the result, its closing odds, and Two with one.
        Assert.That((await Count(stage, "validate.match"), await Count(stage, "validate.odds")), Is.EqualTo((4, 5)));
        await using var database = await stage.Database();
        Assert.That(await Matches.Read(database, before.DatasetVersion, default), Has.Count.EqualTo(2));
        Assert.That(await Matches.Read(database, after.DatasetVersion, default), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task The_same_content_is_the_same_version_however_many_steps_led_there()
    {
        await using var stage = await ScratchStage.Start();
        await using var direct = await ScratchStage.Start();
        await stage.Consume<SnapshotValidated>(await stage.Store(1, (Invented.Season, Header + One)));
        var second = await stage.Consume<SnapshotValidated>(await stage.Store(2, (Invented.Season, Header + One + Two)));
        var same = await stage.Consume<SnapshotValidated>(await stage.Store(3, (Invented.Season, Header + Two + One), ("notes.txt", "x")));
        var once = await direct.Consume<SnapshotValidated>(await direct.Store(1, (Invented.Season, Header + One + Two)));
        Assert.That((same.DatasetVersion, same.DatasetHash, same.Added), Is.EqualTo((second.DatasetVersion, second.DatasetHash, 0)));
        Assert.That(once.DatasetHash, Is.EqualTo(second.DatasetHash));
    }

    [Test]
    public async Task An_older_snapshot_that_comes_late_is_superseded()
    {
        await using var stage = await ScratchStage.Start();
        var late = await stage.Store(1, (Invented.Season, Header + One));
        var newer = await stage.Store(2, (Invented.Season, Header + One + Two));
        await stage.Consume<SnapshotValidated>(newer);
        var superseded = await stage.Consume<SnapshotSuperseded>(late);
        Assert.That((superseded.SnapshotNumber, superseded.MergedNumber), Is.EqualTo((1, 2)));
        Assert.That(await Count(stage, "validate.dataset"), Is.EqualTo(1));
    }

    [Test]
    public async Task An_older_snapshot_is_superseded_by_a_newer_one_that_changed_nothing()
    {
        await using var stage = await ScratchStage.Start();
        await stage.Consume<SnapshotValidated>(await stage.Store(1, (Invented.Season, Header + One)));
        var late = await stage.Store(2, (Invented.Season, Header + Two));
        await stage.Consume<SnapshotValidated>(await stage.Store(3, (Invented.Season, Header + One)));
        Assert.That((await stage.Consume<SnapshotSuperseded>(late)).MergedNumber, Is.EqualTo(3));
    }

    [Test]
    public async Task A_snapshot_that_cannot_be_right_is_rejected_and_nothing_of_it_is_merged()
    {
        await using var stage = await ScratchStage.Start();
        await stage.Consume<SnapshotValidated>(await stage.Store(1, (Invented.Season, Header + One + Two)));
        var rejected = await stage.Consume<SnapshotRejected>(await stage.Store(2, (Invented.Season, Header + One + "E0,,Crewe,Derby,0,0,D\n")));
        Assert.That(
            rejected.Gates.Where(gate => !gate.Passed).Select(gate => gate.Measure),
            Is.EqualTo(new[] { "share of rows in quarantine", "share of results that vanished", "share of matches by which there are fewer" }));
        Assert.That(rejected.Quarantined, Is.EqualTo(1));
        Assert.That(await Count(stage, "validate.dataset"), Is.EqualTo(1));
        await using var database = await stage.Database();
        Assert.That(
            await Quarantine.First(database, 2, QuarantineKind.Row, 10, CancellationToken.None),
            Is.EqualTo(new[]
            {
                new QuarantineEntry(Invented.Season, 3, 1, "date '' is not a day written dd/mm/yyyy or yyyy-mm-dd", "E0,,Crewe,Derby,0,0,D"),
            }));
        Assert.That(
            await Quarantine.ByFile(database, 2, CancellationToken.None), Is.EqualTo(new[] { new QuarantineCount(Invented.Season, 1) }));
    }

    [Test]
    public async Task A_file_of_a_country_that_is_not_listed_is_read_and_a_league_without_a_file_is_left_out_with_a_note()
    {
        await using var stage = await ScratchStage.Start();
        var validated = await stage.Consume<SnapshotValidated>(await stage.Store(
            1, (Invented.Season, Header + One),
            ("new/KOR.csv", "Country,League,Season,Date,Time,Home,Away,HG,AG,Res\nSouth Korea,K League 1,2024,17/08/2024,11:00,Ulsan,Pohang,1,0,\n"),
            ("new_league_fixtures.csv",
                "Country,League,Date,Time,Home,Away\nSouth Korea,K League 1,24/08/2024,11:00,Pohang,Ulsan\nPeru,Liga 1,24/08/2024,20:00,Alianza,Cristal\n")));
        Assert.That((validated.Matches, validated.Fixtures, validated.Quarantined), Is.EqualTo((2, 1, 0)));
        await using var database = await stage.Database();
        Assert.That(
            await Quarantine.First(database, 1, QuarantineKind.Note, 10, CancellationToken.None),
            Is.EqualTo(new[]
            {
                new QuarantineEntry("new_league_fixtures.csv", 3, 1, "league 'Liga 1' of country 'Peru' has no file of results: left out", ""),
            }));
    }

    [Test]
    public async Task What_is_kept_of_a_snapshot_goes_with_it()
    {
        await using var stage = await ScratchStage.Start();
        foreach (var number in (int[])[1, 2])
            await stage.Consume<SnapshotRejected>(await stage.Store(number, (Invented.Season, Header + One + $"E0,,Crewe{number},Derby,0,0,D\n")));
        await using var database = await stage.Database();
        await database.ExecuteAsync("delete from ingest.snapshot_file where number = 1; delete from ingest.snapshot where number = 1");
        await stage.Services.GetRequiredService<Retention>().DeleteOld(CancellationToken.None);
        Assert.That(await database.QueryAsync<int>("select snapshot_number from validate.quarantine"), Is.EqualTo(new[] { 2 }));
        Assert.That(await database.QueryAsync<int>("select snapshot_number from validate._judgement"), Is.EqualTo(new[] { 2 }));
    }

    [Test]
    public async Task A_file_that_cannot_be_read_is_named()
    {
        await using var stage = await ScratchStage.Start(("Validate:UnreadableFiles", "0.6"));
        var validated = await stage.Consume<SnapshotValidated>(await stage.Store(1, (Invented.Season, Header + One), ("new/KOR.csv", "<html>")));
        Assert.That(validated.Unreadable, Is.EqualTo(new[] { "new/KOR.csv: it is a web page, not a CSV file" }));
    }

    static async Task<int> Count(ScratchStage stage, string table)
    {
        await using var database = await stage.Database();
        return await database.ExecuteScalarAsync<int>($"select count(*) from {table}");
    }
}
