namespace Soccer.Source.World;

/// <summary>
/// Probabilities of every score up to 12 : 12 by the model of Dixon and Coles (1997, equations 4.2 and 4.3): independent Poisson goals,
/// the four lowest scores corrected by a dependence parameter.
/// </summary>
public sealed class ScoreGrid
{
    /// <summary>Dependence: below zero draws of few goals are likelier than independence says.</summary>
    public const double Rho = -.09;

    const int Size = 13;
    readonly double[] cells = new double[Size * Size];

    /// <param name="home">Expected goals of the home side, above zero.</param>
    /// <param name="away">Expected goals of the away side, above zero.</param>
    public ScoreGrid(double home, double away)
    {
        double[] h = Poisson(home), a = Poisson(away);
        var total = 0.0;
        for (var x = 0; x < Size; x++)
            for (var y = 0; y < Size; y++)
                total += cells[x * Size + y] = h[x] * a[y] * Tau(x, y, home, away);
        for (var i = 0; i < cells.Length; i++) cells[i] /= total;
        for (var x = 0; x < Size; x++)
            for (var y = 0; y < Size; y++)
            {
                var p = cells[x * Size + y];
                if (x > y) Home += p;
                else if (x == y) Draw += p;
                else Away += p;
                if (x + y > 2) Over += p;
            }
    }

    public double Home { get; }
    public double Draw { get; }
    public double Away { get; }

    /// <summary>Probability of three goals or more.</summary>
    public double Over { get; }

    /// <summary>The score at this point of the cumulative distribution.</summary>
    /// <param name="u">Uniform in [0, 1).</param>
    public (int Home, int Away) At(double u)
    {
        for (var i = 0; i < cells.Length; i++)
            if ((u -= cells[i]) < 0) return (i / Size, i % Size);
        return (0, 0);
    }

    /// <summary>
    /// The fair probability (1 / decimal odds) of backing the home side with a handicap of quarter goals: stakes on a quarter line are
    /// split over the two half-goal neighbours, and a push returns its stake.
    /// </summary>
    public double HomeWithHandicap(double line)
    {
        var quarter = Math.Abs(line * 2 - Math.Round(line * 2)) > .01;
        var (won, pushed) = quarter ? Half(line - .25, line + .25) : Half(line, line);
        return won / (1 - pushed);
    }

    (double Won, double Pushed) Half(double low, double high)
    {
        var (won, pushed) = (0.0, 0.0);
        for (var x = 0; x < Size; x++)
            for (var y = 0; y < Size; y++)
                foreach (var margin in (ReadOnlySpan<double>)[x - y + low, x - y + high])
                    if (margin > .01) won += .5 * cells[x * Size + y];
                    else if (margin > -.01) pushed += .5 * cells[x * Size + y];
        return (won, pushed);
    }

    static double Tau(int x, int y, double home, double away) => (x, y) switch
    {
        (0, 0) => 1 - home * away * Rho,
        (0, 1) => 1 + home * Rho,
        (1, 0) => 1 + away * Rho,
        (1, 1) => 1 - Rho,
        _ => 1,
    };

    static double[] Poisson(double mean)
    {
        var p = new double[Size];
        p[0] = Math.Exp(-mean);
        for (var k = 1; k < Size; k++) p[k] = p[k - 1] * mean / k;
        return p;
    }
}
