using Soccer.Forecasting.Models;

namespace Soccer.Train;

/// <summary>A native library that grows trees on rows it was given, round by round. Not for two threads at once.</summary>
public interface ITreeGrower : IDisposable
{
    /// <summary>Grows one round of trees, one a class, that lessens the log loss of the outcomes.</summary>
    /// <param name="round">From 0; the random choices are seeded by it.</param>
    /// <returns>False where no split was worth it: nothing was added, and nothing will be.</returns>
    bool Grow(int round);

    /// <summary>Grows one round along a loss of the caller's own.</summary>
    /// <param name="round">As above.</param>
    /// <param name="gradients">The loss's first derivatives by the margins, three a fit row. May be written over.</param>
    /// <param name="hessians">Its second derivatives, likewise; above 0.</param>
    /// <returns>As above.</returns>
    bool Grow(int round, Span<float> gradients, Span<float> hessians);

    /// <summary>Where the fit rows stand, start included: three margins a row, up to a constant a row.</summary>
    void FitMargins(Span<float> margins);

    /// <summary>Where the stop rows stand, likewise.</summary>
    void StopMargins(Span<float> margins);

    /// <summary>The first rounds as managed code reads them; features are counted as in the rows that were given.</summary>
    /// <param name="rounds">At most as many as were grown.</param>
    TreeEnsemble Trees(int rounds);
}
