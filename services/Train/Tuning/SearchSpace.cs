using System.Globalization;

namespace Soccer.Train.Tuning;

/// <summary>Where a study looks: the neighbourhood of what is good for football, well inside what <see cref="BoostingParameters"/> allows.</summary>
public static class SearchSpace
{
    /// <summary>Parameters that are varied.</summary>
    public const int Dimensions = 6;

    const int LeastDepth = 2, MostDepth = 6;

    /// <summary>
    /// The parameters at a point of the unit cube: depth 2 to 6; learning rate .02 to .2, leaf weight 10 to 500 and ridge 1 to 100 on logarithmic scales; feature share
    /// .1 to .9 and match share .5 to 1 on linear ones. Three significant digits: finer ones mean nothing, and can be written down.
    /// </summary>
    /// <param name="unit">Six coordinates in [0, 1): depth, learning rate, leaf weight, feature share, match share, ridge.</param>
    /// <exception cref="ArgumentException">There are not six.</exception>
    public static TrialPoint At(ReadOnlySpan<double> unit) => unit.Length != Dimensions
        ? throw new ArgumentException($"A point has {Dimensions} coordinates, this one {unit.Length}.", nameof(unit))
        : new(
            LeastDepth + (int)(unit[0] * (MostDepth - LeastDepth + 1)), Logarithmic(unit[1], 0.02, 0.2), Logarithmic(unit[2], 10, 500), Linear(unit[3], 0.1, 0.9),
            Linear(unit[4], 0.5, 1), Logarithmic(unit[5], 1, 100));

    static double Logarithmic(double unit, double from, double to) => Rounded(from * Math.Pow(to / from, unit));

    static double Linear(double unit, double from, double to) => Rounded(from + unit * (to - from));

    static double Rounded(double value) => double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
