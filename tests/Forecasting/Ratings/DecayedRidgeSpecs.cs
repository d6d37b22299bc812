using System.Runtime.Intrinsics;
using MathNet.Numerics.LinearAlgebra;
using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Tests.Ratings;

public sealed class DecayedRidgeSpecs
{
    const double HalfLife = 60;
    const double Ridge = 5;

    [Test]
    public void One_match_splits_its_surprise_between_attack_and_defence()
    {
        // One match of weight 1 against a ridge of 5: with a = attack and d = the opponent's defence, 6a − d = 2 and 6d − a = −2, so a = 2/7 and d = −2/7.
        var ratings = new DecayedRidge(HalfLife, Ridge, null, 1e-12, 100);
        ratings.Learn(1000, 1, 2, Vector256.Create(2.0), Vector256.Create(0.0), default);
        Assert.That(Of(ratings, 1).Attack[0], Is.EqualTo(2 / 7d).Within(1e-9));
        Assert.That(Of(ratings, 2).Defence[0], Is.EqualTo(-2 / 7d).Within(1e-9));
        Assert.That(Of(ratings, 1).Defence[0], Is.EqualTo(0));
        Assert.That(ratings.TryFind(3, out _), Is.False);
    }

    [Test]
    public void A_league_s_strengths_are_those_of_a_direct_solution()
    {
        var ratings = new DecayedRidge(HalfLife, Ridge, null, 1e-13, 1000);
        var played = Season(1, 200);
        foreach (var match in played)
            Learn(ratings, match);

        var expected = Direct(played);
        for (var team = 0; team < 6; team++)
            for (var i = 0; i < 4; i++)
            {
                Assert.That(Of(ratings, team).Attack[i], Is.EqualTo(expected[i][team]).Within(1e-9));
                Assert.That(Of(ratings, team).Defence[i], Is.EqualTo(expected[i][6 + team]).Within(1e-9));
            }
    }

    [Test]
    public void Moving_the_reference_day_changes_nothing_that_matters()
    {
        // Three years of matches: the reference day moves three times, and opponents met long ago are let go where they stood.
        var ratings = new DecayedRidge(HalfLife, Ridge, null, 1e-12, 1000);
        var played = Season(2, 1100);
        foreach (var match in played)
            Learn(ratings, match);

        var expected = Direct(played);
        for (var team = 0; team < 6; team++)
            Assert.That(Of(ratings, team).Attack[2], Is.EqualTo(expected[2][team]).Within(1e-3));
    }

    [Test]
    public void A_team_away_for_two_years_is_forgotten_when_the_reference_day_moves()
    {
        var ratings = new DecayedRidge(HalfLife, Ridge);
        ratings.Learn(1000, 1, 2, Vector256.Create(2.0), default, default);
        ratings.Learn(1700, 2, 3, Vector256.Create(2.0), default, default);
        Assert.That(ratings.TryFind(1, out _), Is.True);
        ratings.Learn(2100, 2, 3, Vector256.Create(2.0), default, default);
        Assert.That(ratings.TryFind(1, out _), Is.False);
        Assert.That(ratings.TryFind(2, out _), Is.True);
    }

    [Test]
    public void A_team_of_a_lower_level_is_pulled_to_it()
    {
        // 6a − d = 5·(−.1) and 6d − a = 5·(−.1): a = d = −.1.
        var ratings = new DecayedRidge(HalfLife, Ridge, null, 1e-12, 100);
        ratings.Learn(1000, 1, 2, default, default, Vector256.Create(-0.1));
        Assert.That(Of(ratings, 1).Attack[3], Is.EqualTo(-0.1).Within(1e-9));
        Assert.That(Of(ratings, 2).Defence[3], Is.EqualTo(-0.1).Within(1e-9));
    }

    [Test]
    public void A_team_is_pulled_to_where_a_slower_ridge_has_it()
    {
        // The slower one, with a ridge of 1: 2a − d = 2 and 2d − a = −2, so a = 2/3 and d = −2/3. With a ridge of 5 towards it: 6a − d = 2 + 10/3 and the mirror, so a = 16/21.
        var slower = new DecayedRidge(700, 1, null, 1e-12, 100);
        var ratings = new DecayedRidge(HalfLife, Ridge, slower, 1e-12, 100);
        foreach (var ridge in new[] { ratings, slower })
            ridge.Learn(1000, 1, 2, Vector256.Create(2.0), default, default);

        Assert.That(Of(slower, 1).Attack[0], Is.EqualTo(2 / 3d).Within(1e-9));
        Assert.That(Of(ratings, 1).Attack[0], Is.EqualTo(16 / 21d).Within(1e-9));
        Assert.That(Of(ratings, 2).Defence[0], Is.EqualTo(-16 / 21d).Within(1e-9));
    }

    [Test]
    public void Asking_in_between_changes_no_bit_nor_does_saving()
    {
        var (quiet, asked) = (new DecayedRidge(HalfLife, Ridge), new DecayedRidge(HalfLife, Ridge));
        foreach (var match in Season(3, 800))
        {
            Learn(quiet, match);
            Learn(asked, match);
            if (match.Day % 3 != 0)
                continue;

            asked.TryFind(match.Home, out _);
            var resumed = new DecayedRidge(HalfLife, Ridge);
            resumed.Load(new BinaryReader(new MemoryStream(Saved(asked))));
            asked = resumed;
        }

        Assert.That(Saved(asked), Is.EqualTo(Saved(quiet)));
    }

    [Test]
    public void Refuses_a_day_before_one_already_learnt()
    {
        var ratings = new DecayedRidge(HalfLife, Ridge);
        ratings.Learn(1000, 1, 2, default, default, default);
        Assert.That(() => ratings.Learn(999, 1, 2, default, default, default), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    sealed record Played(int Day, int Home, int Away, Vector256<double> HomeMade, Vector256<double> AwayMade);

    // Six teams, one match a day.
    static Played[] Season(int seed, int days)
    {
        var random = new Random(seed);
        Vector256<double> Made() => Vector256.Create(random.NextDouble() - 0.5, random.Next(5) - 2, random.NextDouble(), -random.NextDouble());
        return [.. Enumerable.Range(5000, days).Select(day => (Day: day, Home: random.Next(6), Next: random.Next(5))).Select(x => new Played(x.Day, x.Home, (x.Home + 1 + x.Next) % 6, Made(), Made()))];
    }

    // The normal equations of all twelve strengths, dense, by a Cholesky decomposition.
    static double[][] Direct(Played[] played)
    {
        var left = Matrix<double>.Build.DenseDiagonal(12, Ridge);
        var right = Matrix<double>.Build.Dense(12, 4);
        foreach (var match in played)
        {
            var weight = Math.Pow(0.5, (played[^1].Day - match.Day) / HalfLife);
            foreach (var (attacks, defends, made) in new[] { (match.Home, match.Away, match.HomeMade), (match.Away, match.Home, match.AwayMade) })
            {
                var row = Vector<double>.Build.Dense(12);
                (row[attacks], row[6 + defends]) = (1, -1);
                left += weight * row.OuterProduct(row);
                right += weight * row.OuterProduct(Vector<double>.Build.Dense(4, i => made[i]));
            }
        }

        return left.Cholesky().Solve(right).ToColumnArrays();
    }

    static void Learn(DecayedRidge ratings, Played match) => ratings.Learn(match.Day, match.Home, match.Away, match.HomeMade, match.AwayMade, default);

    static RidgeStrength Of(DecayedRidge ratings, long team) => ratings.TryFind(team, out var strength) ? strength : throw new AssertionException($"Team {team} is not known.");

    static byte[] Saved(DecayedRidge ratings)
    {
        using var stream = new MemoryStream();
        ratings.Save(new BinaryWriter(stream));
        return stream.ToArray();
    }
}
