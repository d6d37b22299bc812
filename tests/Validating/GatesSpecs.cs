using Soccer.Contracts.Validate.V1;
using Soccer.Validate;
using Soccer.Validate.Matching;

namespace Soccer.Validating.Tests;

public sealed class GatesSpecs
{
    static readonly DateOnly AsOf = new(2024, 12, 31);

    /// <summary>A season of 40 results from 1 September 2024, a day apart.</summary>
    static readonly string[] Season =
    [
        .. Enumerable.Range(0, 40).Select(day =>
            FormattableString.Invariant($"E0,{new DateOnly(2024, 9, 1).AddDays(day):dd'/'MM'/'yyyy},Team{day},Visitor,1,0,H")),
    ];

    [Test]
    public void A_first_snapshot_without_defects_passes_all_four_gates()
    {
        var gates = Judge(Invented.Dataset(Invented.Rows(Season)), KnownDataset.None);
        Assert.That(gates.All(gate => gate.Passed), Is.True);
        Assert.That(gates.Select(gate => gate.Gate).Distinct(), Is.EqualTo(new[] { "structure", "domain", "continuity", "volume" }));
    }

    [Test]
    public void Structure_counts_files_that_cannot_be_read()
    {
        var dataset = Invented.Dataset(Invented.Rows(Season), Invented.Read("mmz4281/2324/E0.csv", "<html>"));
        Assert.That(Failed(Judge(dataset, KnownDataset.None)), Is.EqualTo(new[] { ("structure", 0.5) }));
    }

    [Test]
    public void Domain_counts_rows_in_quarantine()
    {
        var dataset = Invented.Dataset(Invented.Rows([.. Season, .. Enumerable.Repeat("E0,,Aston,Burton,1,0,H", 10)]));
        Assert.That(Failed(Judge(dataset, KnownDataset.None)), Is.EqualTo(new[] { ("domain", 0.2) }));
    }

    [Test]
    public void Domain_counts_odds_that_were_dropped()
    {
        var dataset = Invented.Dataset(Invented.Read(
            Invented.Season,
            [Invented.Header + ",B365H,B365D,B365A", .. Season.Select((row, at) => row + (at < 4 ? ",1.1,1.1,1.1" : ",2,3.5,4"))]));
        Assert.That(Failed(Judge(dataset, KnownDataset.None)), Is.EqualTo(new[] { ("domain", 0.1) }));
    }

    [Test]
    public void Continuity_counts_results_that_vanished()
    {
        // 1 of 40 results is gone: 2.5 % of all, and as much of its season, which is let pass; and so many fewer matches.
        var gates = Judge(Invented.Dataset(Invented.Rows(Season[1..])), Known(Invented.Dataset(Invented.Rows(Season))));
        Assert.That(Failed(gates), Is.EqualTo(new[] { ("continuity", 0.025), ("volume", 0.025) }));
    }

    [Test]
    public void Continuity_counts_half_a_season_that_vanished()
    {
        var figures = Judge(Invented.Dataset(Invented.Rows(Season[20..])), Known(Invented.Dataset(Invented.Rows(Season))));
        Assert.That(figures.Single(gate => gate.Measure.StartsWith("largest", StringComparison.Ordinal)), Is.EqualTo(
            new GateFigure("continuity", "largest share of a division's season that vanished", 0.5, 0.25, false)));
    }

    [Test]
    public void Continuity_counts_no_result_that_is_there_under_another_name()
    {
        string[] renamed = [.. Season.Select(row => row.Replace("Visitor", "Guest", StringComparison.Ordinal))];
        Assert.That(renamed, Is.Not.EqualTo(Season));
        Assert.That(Failed(Judge(Invented.Dataset(Invented.Rows(renamed)), Known(Invented.Dataset(Invented.Rows(Season))))), Is.Empty);
    }

    [Test]
    public void Continuity_counts_scores_that_changed()
    {
        string[] changed = [Season[0].Replace("1,0,H", "0,1,A", StringComparison.Ordinal), .. Season[1..]];
        var gates = Judge(Invented.Dataset(Invented.Rows(changed)), Known(Invented.Dataset(Invented.Rows(Season))));
        Assert.That(Failed(gates), Is.EqualTo(new[] { ("continuity", 0.025) }));
    }

    [Test]
    public void A_run_for_an_earlier_day_need_not_know_what_came_later()
    {
        var gates = Gates.Judge(
            Invented.Dataset(Invented.Rows(Season[..10])), Known(Invented.Dataset(Invented.Rows(Season))), new DateOnly(2024, 9, 10), new DateOnly(2024, 9, 10), new ValidateOptions());
        Assert.That(Failed(gates), Is.Empty);
    }

    [Test]
    public void Volume_counts_files_that_are_missing()
    {
        var known = new KnownDataset(new Dictionary<long, KnownMatch>(), [Invented.Season, "mmz4281/2324/E0.csv", "notes.txt"]);
        Assert.That(Failed(Judge(Invented.Dataset(Invented.Rows(Season)), known)), Is.EqualTo(new[] { ("volume", 0.5) }));
    }

    [TestCase(0, 1 / 40d, Description = "the evening of the day before: a result of tomorrow is a source that is ahead")]
    [TestCase(1, 0, Description = "the evening of the day itself: results of today may be there, though they are not known yet")]
    public void Volume_counts_results_of_days_that_have_not_begun(int begun, double share)
    {
        var newest = new DateOnly(2024, 9, 1).AddDays(39);
        var gates = Gates.Judge(Invented.Dataset(Invented.Rows(Season)), KnownDataset.None, newest.AddDays(-1), newest.AddDays(begun - 1), new ValidateOptions());
        Assert.That(gates.Single(gate => gate.Measure == "share of results after the run's day").Figure, Is.EqualTo(share).Within(1e-6));
    }

    [TestCase(160, true)]
    [TestCase(161, false)]
    public void Volume_wants_a_result_that_is_not_too_old(int days, bool passes)
    {
        var newest = new DateOnly(2024, 9, 1).AddDays(39);
        var gates = Gates.Judge(Invented.Dataset(Invented.Rows(Season)), KnownDataset.None, newest.AddDays(days), newest.AddDays(days), new ValidateOptions());
        Assert.That(gates.Single(gate => gate.Measure == "days since the newest result"), Is.EqualTo(
            new GateFigure("volume", "days since the newest result", days, 160, passes)));
    }

    [Test]
    public void A_snapshot_without_a_result_does_not_pass() =>
        Assert.That(Failed(Judge(Invented.Dataset(), KnownDataset.None)), Is.EqualTo(new[] { ("volume", 161d) }));

    static GateFigure[] Judge(Dataset dataset, KnownDataset known) => Gates.Judge(dataset, known, AsOf, AsOf, new ValidateOptions());

    static IEnumerable<(string, double)> Failed(GateFigure[] gates) => gates.Where(gate => !gate.Passed).Select(gate => (gate.Gate, gate.Figure));

    static KnownDataset Known(Dataset dataset) => new(
        dataset.Matches.ToDictionary(match => match.Id, match => new KnownMatch(
            match.Division, match.Season, match.Date, (short?)match.FullTime?.Home, (short?)match.FullTime?.Away)),
        dataset.Files);
}
