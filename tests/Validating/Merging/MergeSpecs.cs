using Soccer.Tables.Validate;
using Soccer.Validate;
using Soccer.Validate.Matching;
using Soccer.Validate.Merging;

namespace Soccer.Validating.Tests.Merging;

public sealed class MergeSpecs
{
    static readonly CanonicalOdds Opening = new("B365", OddsPhase.Opening, OddsMarket.Result, float.NaN, 2f, 3.5f, 4f);
    static readonly CanonicalOdds Closing = new("B365", OddsPhase.Closing, OddsMarket.Result, float.NaN, 2.1f, 3.5f, 3.8f);

    [Test]
    public void The_same_content_writes_nothing()
    {
        var matches = Matches("E0,17/08/2024,Aston,Burton,1,0,H,2,3.5,4");
        var merge = Merge.Of(matches, Open(matches));
        Assert.That((merge.Write.Count, merge.Close.Count, merge.Added, merge.Changed, merge.Removed.Count), Is.EqualTo((0, 0, 0, 0, 0)));
    }

    [Test]
    public void The_first_snapshot_is_all_new()
    {
        var merge = Merge.Of(Matches("E0,17/08/2024,Aston,Burton,1,0,H,2,3.5,4", "E0,17/08/2024,Crewe,Derby,1,0,H,,,"), Open([]));
        Assert.That((merge.Added, merge.Changed, merge.Removed.Count, merge.Close.Count), Is.EqualTo((2, 0, 0, 0)));
    }

    [Test]
    public void A_new_score_closes_one_row_and_writes_one_but_no_odds()
    {
        var before = Matches("E0,17/08/2024,Aston,Burton,1,0,H,2,3.5,4", "E0,17/08/2024,Crewe,Derby,1,0,H,,,");
        var merge = Merge.Of(Matches("E0,17/08/2024,Aston,Burton,2,0,H,2,3.5,4", "E0,17/08/2024,Crewe,Derby,1,0,H,,,"), Open(before));
        Assert.That((merge.Added, merge.Changed, merge.Close.Count, merge.ChangedOdds.Count), Is.EqualTo((0, 1, 1, 0)));
    }

    [Test]
    public void A_new_price_writes_the_match_and_its_odds()
    {
        var before = Matches("E0,17/08/2024,Aston,Burton,1,0,H,2,3.5,4");
        var merge = Merge.Of(Matches("E0,17/08/2024,Aston,Burton,1,0,H,2.1,3.5,4"), Open(before));
        Assert.That((merge.Changed, merge.ChangedOdds.Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public void A_match_that_is_gone_is_closed()
    {
        var before = Matches("E0,17/08/2024,Aston,Burton,1,0,H,2,3.5,4");
        var merge = Merge.Of([], Open(before));
        Assert.That(merge.Removed, Is.EqualTo(new[] { before[0].Id }));
        Assert.That(merge.Close, Is.EqualTo(merge.Removed));
    }

    [Test]
    public void Closing_odds_are_added_and_opening_odds_keep_their_version()
    {
        var merge = OddsMerge.Of([With(Opening, Closing)], [(7, Opening)]);
        Assert.That(merge.Close, Is.Empty);
        Assert.That(merge.Write, Is.EqualTo(new[] { (7L, Closing) }));
    }

    [Test]
    public void A_changed_price_closes_one_row_and_writes_one()
    {
        var dearer = Opening with { First = 2.2f };
        var merge = OddsMerge.Of([With(dearer)], [(7, Opening)]);
        Assert.That(merge.Close, Is.EqualTo(new[] { (7L, Opening) }));
        Assert.That(merge.Write, Is.EqualTo(new[] { (7L, dearer) }));
    }

    [Test]
    public void Odds_of_a_match_that_is_gone_are_closed() =>
        Assert.That(OddsMerge.Of([], [(9, Opening)]).Close, Is.EqualTo(new[] { (9L, Opening) }));

    static IReadOnlyList<CanonicalMatch> Matches(params string[] rows) =>
        Invented.Dataset(Invented.Read(Invented.Season, [Invented.Header + ",B365H,B365D,B365A", .. rows])).Matches;

    static Dictionary<long, OpenMatch> Open(IReadOnlyList<CanonicalMatch> matches) => matches.ToDictionary(
        match => match.Id,
        match => new OpenMatch(new KnownMatch(match.Division, match.Season, match.Date, null, null), match.RowHash, match.OddsHash));

    static CanonicalMatch With(params CanonicalOdds[] odds) =>
        Invented.Dataset(Invented.Rows("E0,17/08/2024,Aston,Burton,1,0,H")).Matches[0] with { Id = 7, Odds = odds };
}
