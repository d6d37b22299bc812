using FsCheck;
using FsCheck.Fluent;
using Soccer.Forecasting.Features;

namespace Soccer.Forecasting.Tests.Features;

public sealed class FeaturePassSpecs
{
    [Test]
    public void No_result_or_closing_price_on_or_after_a_match_s_day_changes_its_features() => Prop.ForAll(RandomLeague.WithPosition, x =>
    {
        var day = x.Matches[x.Position].Date;
        Match[] changed = [.. x.Matches.Select((match, i) => match.Date >= day ? RandomLeague.Replayed(match, i) : match)];
        return RowsUpTo(day, x.Matches).SequenceEqual(RowsUpTo(day, changed));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Matches_of_a_day_never_see_each_other() => Prop.ForAll(RandomLeague.WithPosition, x =>
    {
        var match = x.Matches[x.Position];
        Match[] alone = [.. x.Matches.Where(other => other.Date != match.Date || other.Id == match.Id)];
        return Rows(x.Matches)[match.Id] == Rows(alone)[match.Id];
    }).QuickCheckThrowOnFailure();

    [Test]
    public void A_match_that_was_not_played_teaches_nothing() => Prop.ForAll(RandomLeague.Any, matches =>
    {
        Match[] played = [.. matches.Where(match => match.FullTime is not null)];
        var (all, some) = (Rows(matches), Rows(played));
        return played.All(match => all[match.Id] == some[match.Id]) && State(matches).AsSpan().SequenceEqual(State(played));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Results_of_one_country_change_nothing_in_another() => Prop.ForAll(RandomLeague.Any, matches =>
    {
        Match[] changed = [.. matches.Select((match, i) => match.Division == "G1" ? RandomLeague.Replayed(match, i) : match)];
        var (before, after) = (Rows(matches), Rows(changed));
        return matches.Where(match => match.Division != "G1").All(match => before[match.Id] == after[match.Id]);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void A_saved_pass_goes_on_to_the_last_bit_as_if_it_had_never_stopped() => Prop.ForAll(RandomLeague.WithPosition, x =>
    {
        var day = x.Matches[x.Position].Date;
        Match[] later = [.. x.Matches.Where(match => match.Date >= day)];
        using var stream = new MemoryStream(State([.. x.Matches.Where(match => match.Date < day)]));
        var resumed = FeaturePass.Load(stream);
        var (whole, rest) = (Rows(x.Matches), Rows(later, resumed));
        return later.All(match => whole[match.Id] == rest[match.Id]) && State(x.Matches).AsSpan().SequenceEqual(State(resumed));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Families_that_go_side_by_side_give_the_same_bits_as_one_after_the_other() => Prop.ForAll(RandomLeague.WithPosition, x =>
    {
        var (rows, pass) = (Rows(x.Matches), FeaturePass.Create());
        var sideBySide = Rows(x.Matches, pass, (count, each) => Parallel.For(0, count, family => each(count - 1 - family)));
        return rows.All(row => sideBySide[row.Key] == row.Value) && State(x.Matches).AsSpan().SequenceEqual(State(pass));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void One_match_described_alone_has_the_same_bits_as_in_the_pass() => Prop.ForAll(RandomLeague.WithPosition, x =>
    {
        var match = x.Matches[x.Position];
        var pass = FeaturePass.Create();
        pass.Run([.. x.Matches.Where(other => other.Date < match.Date)], (_, _) => { }, CancellationToken.None);
        var values = new float[pass.Schema.Features.Count];
        pass.Describe(match, values);
        pass.Describe(match, values);
        return Text(values) == Rows(x.Matches)[match.Id];
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Any_two_teams_can_be_described_even_unknown_ones()
    {
        var pass = FeaturePass.Create();
        var values = new float[pass.Schema.Features.Count];
        pass.Describe(Match(1, 1), values);
        Assert.That(values[pass.Schema.PositionOf("elo_difference")], Is.EqualTo(0));
        Assert.That(values[pass.Schema.PositionOf("shots_form_overall_5_difference")], Is.NaN);
    }

    [Test]
    public void Refuses_matches_out_of_order_and_a_match_given_twice()
    {
        Assert.That(() => Rows([Match(2, 1), Match(1, 1)]), Throws.ArgumentException.With.Message.Contains("Match 1 of 2024-08-02 stands after match 2"));
        Assert.That(() => Rows([Match(1, 2), Match(2, 1)]), Throws.ArgumentException);
        Assert.That(() => Rows([Match(1, 1), Match(1, 1)]), Throws.ArgumentException);
    }

    [Test]
    public void Refuses_a_day_that_it_has_learnt_already()
    {
        var pass = FeaturePass.Create();
        pass.Run([Match(1, 5)], (_, _) => { }, CancellationToken.None);
        Assert.That(pass.LearntThrough, Is.EqualTo(new DateOnly(2024, 8, 6)));
        Assert.That(() => pass.Describe(Match(2, 5), new float[pass.Schema.Features.Count]), Throws.ArgumentException.With.Message.Contains("up to 2024-08-06"));
        Assert.That(() => pass.Run([Match(2, 5)], (_, _) => { }, CancellationToken.None), Throws.ArgumentException.With.Message.Contains("up to 2024-08-06"));
    }

    [Test]
    public void Refuses_a_row_of_another_length()
    {
        var pass = FeaturePass.Create();
        Assert.That(() => pass.Describe(Match(1, 1), new float[3]), Throws.ArgumentException.With.Message.Contains("room for 3"));
    }

    [Test]
    public void Refuses_a_state_of_another_schema_and_one_cut_short()
    {
        var state = State([Match(1, 1)]);
        Assert.That(
            () => FeaturePass.Load(new MemoryStream(state), new FeaturePass([new EloFamily()])),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("feature schema").And.Message.Contains("build the features again"));
        Assert.That(() => FeaturePass.Load(new MemoryStream(state[..^5])), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("cut short"));
    }

    [Test]
    public void Stops_between_blocks_of_days_when_asked_to()
    {
        // A match a day for longer than a block.
        using var cancellation = new CancellationTokenSource();
        var pass = new FeaturePass([new RestFamily()]);
        Assert.That(() => pass.Run([.. Enumerable.Range(1, 5000).Select(day => Match(day, day))], (_, _) => cancellation.Cancel(), cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(pass.LearntThrough, Is.EqualTo(new DateOnly(2024, 8, 1).AddDays(4096)));
    }

    static Match Match(long id, int day) =>
        new() { Id = id, Division = "E0", Season = 2024, Date = new DateOnly(2024, 8, 1).AddDays(day), Home = 1, Away = 2, FullTime = new(1, 0) };

    static IEnumerable<(long, string)> RowsUpTo(DateOnly day, Match[] matches)
    {
        var rows = Rows(matches);
        return matches.Where(match => match.Date <= day).Select(match => (match.Id, rows[match.Id]));
    }

    // By their bits: missing values are equal only to missing values, and nothing is rounded away.
    static Dictionary<long, string> Rows(Match[] matches, FeaturePass? pass = null, Action<int, Action<int>>? eachFamily = null)
    {
        var rows = new Dictionary<long, string>();
        (pass ?? FeaturePass.Create()).Run(matches, (match, values) => rows.Add(match.Id, Text(values)), CancellationToken.None, eachFamily);
        return rows;
    }

    static string Text(ReadOnlySpan<float> values) => Convert.ToHexString(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values));

    static byte[] State(Match[] matches)
    {
        var pass = FeaturePass.Create();
        pass.Run(matches, (_, _) => { }, CancellationToken.None);
        return State(pass);
    }

    static byte[] State(FeaturePass pass)
    {
        using var stream = new MemoryStream();
        pass.Save(stream);
        return stream.ToArray();
    }
}
