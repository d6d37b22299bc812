namespace Soccer.Forecasting.Tests;

sealed class TeamDirectorySpecs
{
    static readonly TeamDirectory Teams = new(
    [
        new(1, "England", "Arsenal"), new(2, "England", "Nott'm Forest"), new(3, "England", "Everton"), new(4, "Germany", "M'gladbach"),
        new(5, "Argentina", "Arsenal Sarandi"), new(6, "Spain", "Barcelona"), new(7, "Ecuador", "Barcelona"), new(8, "Argentina", "Everton"),
    ]);

    [TestCase("Arsenal", 1)]
    [TestCase(" ARSENAL ", 1)]
    [TestCase("Nottm forest", 2)]
    [TestCase("m gladbach", 4)]
    [TestCase("arsenal-sarandi", 5)]
    public void Finds_a_team_by_the_letters_of_its_name(string name, long team) => Assert.That(Found(name, null).Id, Is.EqualTo(team));

    [Test]
    public void Of_two_rows_of_one_club_the_one_counts_that_is_spelt_as_names_are_now()
    {
        var teams = new TeamDirectory([new(1, "Sweden", "A\u030Alderwick"), new(2, "Sweden", "\u00C5lderwick")]);
        Assert.That(teams.TryFind("A\u030Alderwick", new("Sweden"), out var team, out _) ? team.Id : 0, Is.EqualTo(2));
    }

    [TestCase("Spain", 6)]
    [TestCase("Ecuador", 7)]
    public void Tells_teams_of_one_name_apart_by_the_country(string country, long team) => Assert.That(Found("Barcelona", country).Id, Is.EqualTo(team));

    [Test]
    public void Asks_for_the_division_where_several_countries_have_a_team_of_the_name()
    {
        Assert.That(Wrong("Everton", null).Reason, Is.EqualTo("'Everton' is a team in England and in Argentina; name the division"));
    }

    // Letters to change: Everton 1; Arsenal 6, which is more than half of it, and Nott'm Forest more.
    [Test]
    public void Suggests_the_nearest_names_of_the_country_and_none_that_is_another_word()
    {
        var error = Wrong("Evertom", "England");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Reason, Is.EqualTo("no team called 'Evertom' is known in England"));
            Assert.That(error.Suggestions, Is.EqualTo(["Everton"]));
        }
    }

    [Test]
    public void Says_where_there_is_a_team_of_the_name()
    {
        Assert.That(Wrong("barcelona", "England").Reason, Is.EqualTo("no team called 'barcelona' is known in England: it is a team of Spain and of Ecuador"));
        Assert.That(Wrong("Barcelona", "England").Elsewhere, Is.EqualTo(["Spain", "Ecuador"]));
        Assert.That(Wrong("Barcelone", "England").Elsewhere, Is.Empty);
    }

    [Test]
    public void Suggests_first_what_begins_with_the_name_and_each_name_once() =>
        Assert.That(Wrong("Ars", null).Suggestions, Is.EqualTo(["Arsenal", "Arsenal Sarandi"]));

    [Test]
    public void Suggests_what_the_name_begins_with() => Assert.That(Wrong("Arsenal Football Club", null).Suggestions[0], Is.EqualTo("Arsenal"));

    [TestCase("Wolverhampton Wanderers")]
    [TestCase("x")]
    [TestCase("!?")]
    public void Suggests_nothing_where_nothing_is_near(string name) => Assert.That(Wrong(name, null).Suggestions, Is.Empty);

    [Test]
    public void Finds_no_team_of_another_country() => Assert.That(Wrong("Arsenal", "Germany").Suggestions, Is.Empty);

    [Test]
    public void Finds_a_team_by_its_id() => Assert.That((Teams.Find(2)?.Name, Teams.Find(99)), Is.EqualTo(("Nott'm Forest", (KnownTeam?)null)));

    // Å in two characters, as some keyboards and file names have it; names of a file stand in the directory likewise.
    [TestCase("\u00C5lderwick", "A\u030Alderwick")]
    [TestCase("A\u030Alderwick", "\u00C5lderwick")]
    [TestCase("Nott\u2019m  Forest\u200B", "Nott'm Forest")]
    [TestCase("Preußen Münster", "preussen munster")]
    [TestCase("Bodo/Glimt", "Bodø/Glimt")]
    [TestCase("Istanbulspor", "İstanbulspor")]
    public void Finds_a_team_however_its_letters_are_stored(string known, string written)
    {
        var teams = new TeamDirectory([new(1, "Norway", known)]);
        Assert.That(teams.TryFind(written, new("Norway"), out var team, out _) ? team.Id : 0, Is.EqualTo(1));
    }

    [TestCase("Alder", 1)]
    [TestCase("Ålder", 2)]
    [TestCase("ÅLDER", 2)]
    public void Tells_apart_two_teams_that_differ_by_an_accent(string name, long id)
    {
        var teams = new TeamDirectory([new(1, "Norway", "Alder"), new(2, "Norway", "Ålder")]);
        Assert.That(teams.TryFind(name, new(null), out var team, out _) ? team.Id : 0, Is.EqualTo(id));
    }

    [Test]
    public void Names_the_teams_of_a_country_that_differ_by_what_does_not_count()
    {
        var teams = new TeamDirectory([new(1, "Germany", "M'Gladbach"), new(2, "Germany", "M'gladbach")]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(teams.TryFind("M'gladbach", new("Germany"), out var team, out _) ? team.Id : 0, Is.EqualTo(2));
            Assert.That(
                teams.TryFind("m gladbach", new("Germany"), out _, out var unknown) ? "" : unknown.Reason,
                Is.EqualTo("'m gladbach' could be M'Gladbach or M'gladbach; write one of these names"));
        }
    }

    [Test]
    public void Finds_a_team_whose_name_has_no_letters()
    {
        var teams = new TeamDirectory([new(1, "Norway", "\u2605"), new(2, "Norway", "\u2606")]);
        Assert.That(teams.TryFind("\u2606", new(null), out var team, out _) ? team.Id : 0, Is.EqualTo(2));
    }

    static KnownTeam Found(string name, string? country) => Teams.TryFind(name, new(country), out var team, out var unknown) ? team : throw new AssertionException(unknown.Reason);

    static UnknownTeam Wrong(string name, string? country) => Teams.TryFind(name, new(country), out var team, out var unknown) ? throw new AssertionException(team.Name) : unknown;
}
