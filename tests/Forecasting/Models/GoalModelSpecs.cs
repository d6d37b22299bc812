using Soccer.Forecasting.Models;

namespace Soccer.Forecasting.Tests.Models;

public sealed class GoalModelSpecs
{
    // ln of the rates: .4 + .2z at home and .1 − .3z away, with z = (x − 10) / 4 of the row's second value.
    static readonly GoalModel Goals = new([1], [10], [4], [0.4, 0.2], [0.1, -0.3], -0.05);

    [Test]
    public void Rates_are_exponentials_of_the_standardised_features()
    {
        // z = .5.
        var (home, away) = Goals.Rates([float.NaN, 12]);
        Assert.That(home, Is.EqualTo(Math.Exp(0.5)).Within(1e-12));
        Assert.That(away, Is.EqualTo(Math.Exp(-0.05)).Within(1e-12));
    }

    [Test]
    public void A_missing_value_counts_as_the_mean() => Assert.That(Goals.Rates([0, float.NaN]), Is.EqualTo(Goals.Rates([0, 10])));

    [Test]
    public void Rates_stay_among_those_of_football()
    {
        Assert.That(Goals.Rates([0, 1000]), Is.EqualTo((DixonColes.MostRate, DixonColes.LeastRate)));
        Assert.That(Goals.Rates([0, -1000]), Is.EqualTo((DixonColes.LeastRate, DixonColes.MostRate)));
    }

    [Test]
    public void Margins_are_the_logs_of_the_outcomes()
    {
        var margins = new float[3];
        Goals.Margins([0, 12], margins);
        var p = DixonColes.Outcomes(Math.Exp(0.5), Math.Exp(-0.05), -0.05);
        Assert.That(margins, Is.EqualTo(new[] { Math.Log(p.Home), Math.Log(p.Draw), Math.Log(p.Away) }).Within(1e-6));
    }

    [Test]
    public void A_weight_too_few_is_refused() =>
        Assert.That(() => new GoalModel([0], [0], [1], [1, 2], [1], 0), Throws.TypeOf<InvalidArtifactException>().With.Message.Contains("2 weights of home and 1 of away"));

    [Test]
    public void A_rho_that_is_no_number_is_refused() =>
        Assert.That(() => new GoalModel([], [], [], [0], [0], double.NaN), Throws.TypeOf<InvalidArtifactException>().With.Message.Contains("rho"));
}
