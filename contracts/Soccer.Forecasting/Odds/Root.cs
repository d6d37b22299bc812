namespace Soccer.Forecasting.Odds;

/// <summary>Root of a falling function of one variable.</summary>
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
}
