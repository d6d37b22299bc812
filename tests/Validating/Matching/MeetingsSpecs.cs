using Soccer.Validate.Matching;

namespace Soccer.Validating.Tests.Matching;

public sealed class MeetingsSpecs
{
    [Test]
    public void Counts_four_meetings_of_two_teams_by_ground_and_date()
    {
        var matches = Invented.Dataset(Invented.RowsOf(
            "mmz4281/2425/SC0.csv",
            "SC0,01/03/2025,Celtic,Hearts,1,0,H", "SC0,04/08/2024,Celtic,Hearts,2,0,H",
            "SC0,10/11/2024,Hearts,Celtic,0,0,D", "SC0,10/05/2025,Hearts,Celtic,1,1,D")).Matches;
        Assert.That(
            matches.OrderBy(match => match.Date).Select(match => (match.Home.Name, match.Meeting)),
            Is.EqualTo(new[] { ("Celtic", 1), ("Hearts", 1), ("Celtic", 2), ("Hearts", 2) }));
        Assert.That(matches.Select(match => match.Id).Distinct().Count(), Is.EqualTo(4));
    }

    [Test]
    public void A_fixture_turns_into_its_result_under_the_same_id()
    {
        var earlier = "SC0,04/08/2024,Celtic,Hearts,2,0,H";
        var before = Invented.Dataset(Invented.RowsOf("mmz4281/2425/SC0.csv", earlier), Invented.Fixtures("SC0,01/03/2025,Celtic,Hearts"));
        var after = Invented.Dataset(Invented.RowsOf("mmz4281/2425/SC0.csv", earlier, "SC0,02/03/2025,Celtic,Hearts,1,0,H"));
        Assert.That(before.Matches.Select(match => match.Id), Is.EqualTo(after.Matches.Select(match => match.Id)));
        Assert.That((before.Played, after.Played), Is.EqualTo((1, 2)));
    }

    [TestCase("14/08/2024", TestName = "A_fixture_whose_result_is_three_days_earlier_is_played")]
    [TestCase("17/08/2024", TestName = "A_fixture_of_the_day_is_played")]
    [TestCase("17/02/2025", TestName = "A_fixture_whose_result_came_half_a_year_later_is_played")]
    public void A_fixture_that_is_played_is_dropped(string played)
    {
        var dataset = Invented.Dataset(Invented.Rows($"E0,{played},Aston,Burton,1,0,H"), Invented.Fixtures("E0,17/08/2024,Aston,Burton"));
        Assert.That((dataset.Played, dataset.Matches.Count), Is.EqualTo((1, 1)));
        Assert.That(dataset.Tally["unplayed rows dropped: the match is played"], Is.EqualTo(1));
    }

    [Test]
    public void A_fixture_four_days_after_a_result_is_the_next_meeting()
    {
        var dataset = Invented.Dataset(Invented.Rows("E0,13/08/2024,Aston,Burton,1,0,H"), Invented.Fixtures("E0,17/08/2024,Aston,Burton"));
        Assert.That(dataset.Matches.Single(match => match.FullTime is null).Meeting, Is.EqualTo(2));
    }

    [Test]
    public void A_postponed_match_keeps_its_id_on_its_new_date()
    {
        var before = Invented.Dataset(Invented.Rows("E0,17/08/2024,Crewe,Derby,0,0,D"), Invented.Fixtures("E0,24/08/2024,Aston,Burton"));
        var after = Invented.Dataset(
            Invented.Rows("E0,17/08/2024,Crewe,Derby,0,0,D", "E0,24/08/2024,Aston,Burton,,,"), Invented.Fixtures("E0,05/02/2025,Aston,Burton"));
        var (one, other) = (before.Matches.Single(match => match.FullTime is null), after.Matches.Single(match => match.FullTime is null));
        Assert.That(one.Id, Is.EqualTo(other.Id));
        Assert.That(other.Date, Is.EqualTo(new DateOnly(2025, 2, 5)));
        Assert.That(after.Tally["unplayed rows dropped: the match has another date"], Is.EqualTo(1));
    }

    [Test]
    public void A_fixture_without_a_result_stays_whatever_its_date()
    {
        var dataset = Invented.Dataset(Invented.Rows("E0,17/05/2025,Crewe,Derby,0,0,D"), Invented.Fixtures("E0,17/08/2024,Aston,Burton"));
        Assert.That(dataset.Matches, Has.Count.EqualTo(2));
    }

    [Test]
    public void What_was_not_played_by_the_end_of_its_season_never_was()
    {
        var dataset = Invented.Dataset(
            Invented.Rows("E0,17/08/2024,Aston,Burton,1,0,H"), Invented.RowsOf("mmz4281/2324/E0.csv", "E0,10/05/2024,Aston,Burton,,,"));
        Assert.That(dataset.Matches, Has.Count.EqualTo(1));
        Assert.That(dataset.Tally["unplayed rows dropped: the season is over"], Is.EqualTo(1));
    }

    [Test]
    public void Two_coming_matches_of_two_teams_far_apart_are_two_meetings()
    {
        var dataset = Invented.Dataset(Invented.Fixtures("SC0,01/03/2025,Celtic,Hearts", "SC0,10/05/2025,Celtic,Hearts", "SC0,02/03/2025,Celtic,Hearts"));
        Assert.That(
            dataset.Matches.OrderBy(match => match.Date).Select(match => (match.Date.Month, match.Meeting)), Is.EqualTo(new[] { (3, 1), (5, 2) }));
    }
}
