using Soccer.Cli;
using Soccer.Cli.Forecasts;

namespace Soccer.Api.Tests.Cli;

public sealed class GivenFixturesSpecs
{
    static readonly DateOnly Friday = new(2023, 4, 14), Saturday = new(2023, 4, 15);

    static readonly GivenFixture[] List =
    [
        new(Saturday, "GAL2", "Gal 2", "Elm", "Dorna"),
        new(Friday, "GAL1", "Gal 1", "ALVA", "Old Brega"),
        new(Saturday, "GAL1", "Gal 1", "Cerda, FC", "Farn"),
    ];

    static readonly FixtureView[] Forecasts =
    [
        Match("GAL1", Friday, "Alva", "Brega", 0.5, 0.3), Match("GAL1", Saturday, "Alva", "Other", 0.9, 0.05),
        Match("GAL1", Saturday, "Cerda, FC", "Farn", 0.333333, 0.333333), Match("GAL2", Saturday, "Elm", "Dorna", 0.123457, 0.543211),
    ];

    [Test]
    public void Forecasts_stand_in_the_order_of_the_list_and_under_its_names_even_where_the_data_has_an_alias() => Assert.That(
        ForecastCsv.Of(GivenFixtures.Ordered(List, Forecasts)),
        Is.EqualTo(
            """
            Date,League,Home,Away,HomeWin,Draw,AwayWin
            2023-04-15,Gal 2,Elm,Dorna,0.123457,0.333332,0.543211
            2023-04-14,Gal 1,ALVA,Old Brega,0.500000,0.200000,0.300000
            2023-04-15,Gal 1,"Cerda, FC",Farn,0.333333,0.333334,0.333333

            """));

    [TestCase("A\u030Alder", "\u00C5lder")]
    [TestCase("Nott\u2019m  Forest", "Nott'm Forest")]
    public void A_fixture_has_its_forecast_however_the_letters_of_its_teams_are_stored(string listed, string known)
    {
        GivenFixture[] list = [new(Friday, "GAL1", "Gal 1", listed, "Unheard of")];
        Assert.That(GivenFixtures.Ordered(list, [Match("GAL1", Friday, known, "Brega", 0.5, 0.3)])[0].Home, Is.EqualTo(listed));
    }

    [Test]
    public void A_fixture_without_a_forecast_is_named()
    {
        var exit = Assert.Throws<ExitException>(() => GivenFixtures.Ordered(List, Forecasts[..2]))!;
        Assert.That((exit.Code, exit.Message), Is.EqualTo((1,
            "2 of 3 fixtures of the list have no forecast: Gal 2 2023-04-15 Elm - Dorna; Gal 1 2023-04-15 Cerda, FC - Farn. Has a run completed? See ./soccer runs")));
    }

    [Test]
    public void A_team_that_plays_twice_a_day_has_its_own_forecast_in_each_match()
    {
        GivenFixture[] list =
        [
            new(Saturday, "GAL1", "GAL1", "Alva", "Brega"), new(Saturday, "GAL1", "GAL1", "Alva", "Cerda"), new(Saturday, "GAL1", "GAL1", "Farn", "Cerda"),
        ];
        FixtureView[] forecasts =
        [
            Match("GAL1", Saturday, "Farn", "Cerda", 0.6, 0.2), Match("GAL1", Saturday, "Alva", "Cerda", 0.5, 0.2), Match("GAL1", Saturday, "Alva", "Brega", 0.4, 0.2),
        ];
        Assert.That(GivenFixtures.Ordered(list, forecasts).Select(match => match.HomeWin.Probability), Is.EqualTo(new[] { 0.4, 0.5, 0.6 }));
        Assert.That(() => GivenFixtures.Ordered(list, forecasts[..2]), Throws.TypeOf<ExitException>().With.Message.StartsWith(
            "1 of 3 fixtures of the list has no forecast: GAL1 2023-04-15 Alva - Brega."));
    }

    [Test]
    public void One_name_finds_no_match_that_something_else_in_the_list_claims() => Assert.That(
        () => GivenFixtures.Ordered(
            [new(Saturday, "GAL1", "GAL1", "Alva", "Old Brega"), new(Saturday, "GAL1", "GAL1", "Alva", "Old Cerda")],
            [Match("GAL1", Saturday, "Alva", "Brega", 0.4, 0.2), Match("GAL1", Saturday, "Alva", "Cerda", 0.5, 0.2)]),
        Throws.TypeOf<ExitException>());

    static FixtureView Match(string division, DateOnly date, string home, string away, double homeWin, double awayWin) => new(
        division, division, date, home, away, Outcome(homeWin), Outcome(1 - homeWin - awayWin), Outcome(awayWin), "results-only", "results-only");

    static OutcomeView Outcome(double probability) => new(probability, 1 / probability, null, null, null);
}
