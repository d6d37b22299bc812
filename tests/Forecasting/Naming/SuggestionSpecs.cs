namespace Soccer.Forecasting.Tests.Naming;

/// <summary>
/// Names of clubs as people write them, against the names of football-data.co.uk. Nicknames and weights were chosen on names.tsv; then the
/// other lists were written. At first sight 150 of 158 of held-out.tsv had their club first and 2 another, and after what those taught 131 of
/// 135 of unseen.tsv and none another. That list taught how much beginnings of names and initials count, and no nickname.
/// </summary>
sealed class SuggestionSpecs
{
    [TestCase("names.tsv", 426, 426)]
    [TestCase("held-out.tsv", 158, 158)]
    [TestCase("unseen.tsv", 132, 135)]
    public void Puts_the_club_first(string file, int right, int names)
    {
        var answers = NamesPeopleUse.Answers(file, namesDivision: true);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.Where(answer => answer.IsWrong), Is.Empty, "another club is worse than none");
            Assert.That((answers.Count(answer => answer.IsRight), answers.Count), Is.EqualTo((right, names)));
        }
    }

    [TestCase("names.tsv", 425)]
    [TestCase("held-out.tsv", 158)]
    [TestCase("unseen.tsv", 131)]
    public void Puts_the_club_first_where_no_division_is_named(string file, int right)
    {
        var answers = NamesPeopleUse.Answers(file, namesDivision: false);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.Where(answer => answer.IsWrong), Is.Empty);
            Assert.That(answers.Count(answer => answer.IsRight), Is.EqualTo(right));
        }
    }

    // Names that begin or end as another club's does, or differ from it by a letter: nothing else tells that they are two clubs.
    [TestCase("names.tsv", 13)]
    [TestCase("held-out.tsv", 9)]
    [TestCase("unseen.tsv", 5)]
    public void Seldom_suggests_another_club_where_the_club_is_not_known(string file, int wrong) =>
        Assert.That(NamesPeopleUse.AnswersWithoutTheClub(file).Where(answer => answer.First.Length > 0), Has.Exactly(wrong).Items);

    [TestCase("Manchester United", "E0", "Man United")]
    [TestCase("Manchester City", "E0", "Man City")]
    [TestCase("Sheffield United", "E0", "Sheffield United")]
    [TestCase("Sheffield Utd", "E1", "Sheffield United")]
    [TestCase("Wolverhampton Wanderers", "E0", "Wolves")]
    [TestCase("Paris Saint Germain", "F1", "Paris SG")]
    [TestCase("Paris Saint-Germain", "F1", "Paris SG")]
    [TestCase("Spurs", "E0", "Tottenham")]
    [TestCase("Real Sociedad", "SP1", "Sociedad")]
    [TestCase("Inter Milan", "I1", "Inter")]
    [TestCase("AC Milan", "I1", "Milan")]
    [TestCase("Bristol City", "E1", "Bristol City")]
    [TestCase("Bristol Rovers", "E1", "Bristol Rvs")]
    [TestCase("Athletic Bilbao", "SP2", "Ath Bilbao")]
    [TestCase("Atlético Madrid", null, "Ath Madrid")]
    [TestCase("Borussia Mönchengladbach", null, "M'Gladbach")]
    [TestCase("Bristol", "E1", "Bristol City")]
    [TestCase("Hertha BSC II", "D2", "")]
    [TestCase("Manchester", "E0", "")]
    public void Suggests(string name, string? division, string first) =>
        Assert.That(NamesPeopleUse.First(NamesPeopleUse.Teams, name, division), Is.EqualTo(first));

    [Test]
    public void Suggests_none_where_the_first_would_be_a_guess_and_names_all_of_them()
    {
        var unknown = Unknown("Sheffield", new("England", "E0"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(unknown.Reason, Does.EndWith("is known in England; it could be Sheffield United or Sheffield Weds"));
            Assert.That(unknown.Suggestions, Is.Empty);
        }
    }

    // Barcelona is not known here, and Inter neither: Inter Milan is no other name of Milan.
    [TestCase("Barca", "Spain")]
    [TestCase("Inter Milan", "Italy")]
    public void Suggests_no_other_club_for_one_that_has_nicknames_and_is_not_known(string name, string country)
    {
        var teams = new TeamDirectory([new(1, "Italy", "Milan"), new(2, "Spain", "Barcelona B")]);
        Assert.That(teams.TryFind(name, new(country), out _, out var unknown) ? ["found"] : unknown.Suggestions, Is.Empty);
    }

    [Test]
    public void Suggests_a_team_of_the_opponents_country_before_others()
    {
        var teams = new TeamDirectory([new(1, "England", "Alderwick North"), new(2, "Argentina", "Alderwick South")]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Unknown("Alderwik", new(null), teams).Suggestions, Is.Empty);
            Assert.That(
                Unknown("Alderwik", new(null, null, "England"), teams).Suggestions, Is.EqualTo(["Alderwick North", "Alderwick South"]));
            Assert.That(Unknown("Alderwik", new(null, null, "Argentina"), teams).Suggestions[0], Is.EqualTo("Alderwick South"));
        }
    }

    [Test]
    public void Knows_nicknames_in_a_country_by_any_name_that_is_not_published()
    {
        var teams = new TeamDirectory([new(1, "ENG", "Tottenham"), new(2, "ENG", "Man United")]);
        Assert.That(NamesPeopleUse.First(teams, "Spurs", "ENG1"), Is.EqualTo("Tottenham"));
    }

    [TestCase("M'gladbach")]
    [TestCase("M'Gladbach")]
    public void Knows_nicknames_whatever_the_case_of_the_clubs_name(string club) =>
        Assert.That(NamesPeopleUse.First(new([new(1, "Germany", club)]), "Gladbach", "D1"), Is.EqualTo(club));

    [Test]
    public void Names_a_team_of_another_country_without_suggesting_it()
    {
        var unknown = Unknown("Manchester United", new("Germany", "D1"));
        Assert.That(
            (unknown.Reason, unknown.Suggestions.Length),
            Is.EqualTo(("no team called 'Manchester United' is known in Germany; Man United is a team of England", 0)));
    }

    [Test]
    public void Compares_no_name_that_is_longer_than_any()
    {
        Assert.That(Unknown(new string('x', 1_000_000), new(null)).Suggestions, Is.Empty);
    }

    static UnknownTeam Unknown(string name, TeamScope scope, TeamDirectory? teams = null) =>
        (teams ?? NamesPeopleUse.Teams).TryFind(name, scope, out var team, out var unknown)
            ? throw new AssertionException(team.Name)
            : unknown;
}
