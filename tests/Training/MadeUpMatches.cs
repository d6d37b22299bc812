using Soccer.Forecasting;
using Soccer.Train;

namespace Soccer.Training.Tests;

/// <summary>Matches whose true probabilities are a known function of their first feature: margins (.3 + x, 0, −x).</summary>
static class MadeUpMatches
{
    public static readonly DateOnly FirstDay = new(2019, 8, 3);

    /// <summary>Ten matches a day, every 7 days; features "strength", "noise" and a third that is missing in a quarter of the matches.</summary>
    public static TrainingSet Set(int count, int seed = 1, bool shuffled = false, Func<int, string>? division = null, Func<int, Prices?>? opening = null)
    {
        var random = new Random(seed);
        var values = new float[3 * count];
        var outcomes = new Outcome[count];
        for (var match = 0; match < count; match++)
        {
            var x = Normal(random);
            values[3 * match] = (float)x;
            values[3 * match + 1] = (float)Normal(random);
            values[3 * match + 2] = random.Next(4) == 0 ? float.NaN : (float)(x * x + Normal(random));
            outcomes[match] = Draw(Truth(x), random.NextDouble());
        }

        if (shuffled)
            random.Shuffle(outcomes);

        return new(
            ["strength", "noise", "patchy"], [.. Enumerable.Range(1, count).Select(id => (long)id)], [.. Enumerable.Range(0, count).Select(Day)],
            [.. Enumerable.Range(0, count).Select(division ?? (_ => "E0"))], outcomes, values,
            [.. Enumerable.Range(0, count).Select(opening ?? (_ => null))], new Prices?[count]);
    }

    /// <summary>The same days and features, with goals of Poisson rates exp(.3 + .4x) and exp(.1 − .3x).</summary>
    public static TrainingSet Scored(int count, int seed = 1)
    {
        var (set, random) = (Set(count, seed), new Random(seed + 1));
        Score[] scores = [.. Enumerable.Range(0, count).Select(match => (double)set.Row(match)[0]).Select(x => new Score(Poisson(random, Math.Exp(0.3 + 0.4 * x)), Poisson(random, Math.Exp(0.1 - 0.3 * x))))];
        return new(
            set.Features, set.Matches, set.Dates, set.Divisions, [.. scores.Select(score => score.Outcome)], set.Values, set.Opening, set.Closing, scores);
    }

    public static Probabilities Truth(double x) => Forecasting.Models.Softmax.Of(0.3 + x, 0, -x);

    public static DateOnly Day(int match) => FirstDay.AddDays(7 * (match / 10));

    static Outcome Draw(Probabilities truth, double uniform) =>
        uniform < truth.Home ? Outcome.HomeWin : uniform < truth.Home + truth.Draw ? Outcome.Draw : Outcome.AwayWin;

    // Knuth 1969: factors until their product falls below e^−rate.
    static int Poisson(Random random, double rate)
    {
        var (goals, product) = (-1, 1d);
        do
        {
            goals++;
            product *= random.NextDouble();
        }
        while (product > Math.Exp(-rate));
        return goals;
    }

    // Box and Muller 1958.
    static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
