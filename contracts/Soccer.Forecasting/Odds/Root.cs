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
