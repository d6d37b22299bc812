namespace Soccer.Forecasting.Odds;

/// <summary>Roots of a falling function of one variable.</summary>
static class Root
{
    /// <summary>Halves the interval until its ends are neighbouring numbers: slow, and always right. <paramref name="f"/> must be positive at <paramref name="low"/> and negative at <paramref name="high"/>.</summary>
    public static double Bisect(Func<double, double> f, double low, double high)
    {
        while (true)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high)
                return middle;

            if (f(middle) > 0)
                low = middle;
            else
                high = middle;
        }
    }

    /// <summary>
    /// Bends the function by an exponential until it is a straight line through both ends and the middle, and goes to where that is zero, again and again: a dozen values of a smooth
    /// function. Between two ends of the same sign the end that is nearer to zero is the answer.
    /// </summary>
    /// <remarks>Ridders 1979, "A new algorithm for computing a single root of a real continuous function".</remarks>
    /// <param name="f">Falling.</param>
    /// <param name="low">Where it is positive.</param>
    /// <param name="high">Where it is negative.</param>
    /// <param name="within">How far the answer may be from the root.</param>
    public static double Ridders(Func<double, double> f, double low, double high, double within)
    {
        var (atLow, atHigh) = (f(low), f(high));
        if (atLow <= 0 || atHigh >= 0)
            return atLow <= 0 ? low : high;

        for (var last = double.NaN; ;)
        {
            var half = (high - low) / 2;
            var middle = low + half;
            var atMiddle = f(middle);
            var x = middle + half * atMiddle / Math.Sqrt(atMiddle * atMiddle - atLow * atHigh);
            if (half <= within || Math.Abs(x - last) <= within)
                return x;

            last = x;
            var value = f(x);
            // The two of the four points that are nearest to the root, one on each side.
            if (atMiddle > 0)
                (low, atLow) = (middle, atMiddle);
            else
                (high, atHigh) = (middle, atMiddle);
            if (value > 0 && x > low)
                (low, atLow) = (x, value);
            else if (value <= 0 && x < high)
                (high, atHigh) = (x, value);
        }
    }

    /// <summary>
    /// Newton's steps until they no longer lead upwards: a handful. Right for a falling convex function, whose tangents cut zero before it does, so that after the first step each
    /// one comes closer from below.
    /// </summary>
    /// <param name="f">Value and slope.</param>
    /// <param name="start">Anywhere.</param>
    public static double Newton(Func<double, (double Value, double Slope)> f, double start)
    {
        var (value, slope) = f(start);
        var x = start - value / slope;
        while (true)
        {
            (value, slope) = f(x);
            var next = x - value / slope;
            if (next <= x)
                return x;

            x = next;
        }
    }
}
