using Soccer.Cli.Lists;

namespace Soccer.Api.Tests.Cli.Screens;

[NonParallelizable]
public sealed class CsvSpecs
{
    [Test]
    public void Numbers_days_and_instants_are_written_in_full_and_what_is_unknown_is_empty() =>
        Assert.That(
            Csv.Of(["a", "b", "c", "d", "e"], [[0.1 + 0.2, new DateOnly(2025, 2, 1), new DateTime(2025, 2, 1, 7, 0, 0, DateTimeKind.Utc), null, true]]),
            Is.EqualTo("a,b,c,d,e\n0.30000000000000004,2025-02-01,2025-02-01T07:00:00Z,,true\n"));

    [Test]
    public void Commas_quotes_and_line_ends_are_quoted() =>
        Assert.That(Csv.Of(["text"], [["a,b"], ["say \"no\""], ["two\nlines"]]), Is.EqualTo("text\n\"a,b\"\n\"say \"\"no\"\"\"\n\"two\nlines\"\n"));

    [Test]
    public async Task A_list_is_written_with_its_columns() =>
        Assert.That(
            await ScreenTrial.Show(80, "runs", "--csv", "-", "--columns", "id,seconds,requester"),
            Is.EqualTo("id,seconds,requester\n019a1111-2222-7000-8000-000000000001,71.53,schedule\n029a1111-2222-7000-8000-000000000002,,api\n"));

    [Test]
    public async Task All_members_of_the_answer_are_written_if_all_are_asked_for() =>
        Assert.That(
            await ScreenTrial.Show(80, "runs", "--csv", "-", "--columns", "all"),
            Does.StartWith("id,status,asOf,reason,requester,acceptedAt,lastAt,startedAt,endedAt,seconds\n"));

    [Test]
    public async Task An_unknown_column_is_refused_with_those_that_there_are() =>
        Assert.That(await ScreenTrial.Show(80, "runs", "--columns", "id,price"), Does.StartWith("--columns 'price': there are id, status,"));

    [Test]
    public async Task A_mistyped_column_is_refused_with_the_nearest() =>
        Assert.That(await ScreenTrial.Show(80, "runs", "--columns", "statu"), Does.StartWith("--columns 'statu': did you mean 'status'? There are id, status, acceptedAt, seconds"));

    [Test]
    public async Task Memory_is_written_in_the_unit_that_its_name_says() =>
        Assert.That(
            await ScreenTrial.Show(80, "experiments", "--csv", "-", "--columns", "peakBytes", "--limit", "all"), Does.StartWith("peakBytes\n2900123456\n"));

    [Test]
    public async Task Results_have_the_row_of_all_and_the_interval_as_numbers()
    {
        var lines = (await ScreenTrial.Show(80, "results", "--csv", "-", "--columns", "key,market.difference.low,market.difference.high")).Split('\n');
        Assert.That(lines[0], Is.EqualTo("key,market.difference.low,market.difference.high"));
        Assert.That(lines[1], Is.EqualTo("2025-01-27,-0.0053,0.0025"));
        Assert.That(lines[^2], Is.EqualTo("all,-0.0053,0.0025"));
    }

    [Test]
    public async Task All_columns_are_those_of_the_list_too()
    {
        var heads = (await ScreenTrial.Show(80, "models", "--csv", "-", "--columns", "all")).Split('\n')[0];
        Assert.That(heads, Does.StartWith("id,").And.EndsWith(",alias,matches,results-only,market-memory,market-aware,market"));
    }

    [Test]
    public async Task A_byte_order_mark_begins_the_file_if_it_is_asked_for() =>
        Assert.That(await ScreenTrial.Show(80, "runs", "--csv", "-", "--bom", "--columns", "id"), Does.StartWith("\uFEFFid\n"));

    [Test]
    public async Task Json_goes_with_no_csv() =>
        Assert.That(
            await ScreenTrial.Show(80, "runs", "--json", "--csv", "-"),
            Is.EqualTo("--json prints the answer as it is: leave --columns, --wide, --csv and --bom out\n"));
}
