using Soccer.Forecasting.Metrics;

namespace Soccer.Api.Scoring;

/// <summary>A mean over matches, and how far it can be trusted. Matches of a day share much, so the spread is that of days.</summary>
/// <param name="Mean">Mean over matches.</param>
/// <param name="StandardError">Standard error of the mean over match days; null on a single day.</param>
/// <param name="Low">Lower end of the 95% interval by Student's t; null on fewer than 20 match days, of which intervals are too wide or too
/// narrow to be believed.</param>
/// <param name="High">Upper end.</param>
public sealed record DayInterval(double Mean, double? StandardError, double? Low, double? High)
{
    /// <summary>The interval of a mean whose terms come in blocks of a day, by the linearised variance of a ratio (Cochran 1977).</summary>
    /// <param name="values">A day and a value for each match; at least one.</param>
    public static DayInterval Of(IReadOnlyCollection<(DateOnly Day, double Value)> values)
    {
        var mean = values.Average(match => match.Value);
        double[] days = [.. values.GroupBy(match => match.Day).Select(day => day.Sum(match => match.Value - mean))];
        if (days.Length == 1)
            return new(Rounded(mean), null, null, null);
        var error = Math.Sqrt(days.Sum(day => day * day) * days.Length / (days.Length - 1)) / values.Count;
        if (days.Length < PairedComparison.LeastDays)
            return new(Rounded(mean), Rounded(error), null, null);
        var half = Quantile(days.Length - 1) * error;
        return new(Rounded(mean), Rounded(error), Rounded(mean - half), Rounded(mean + half));
    }

    /// <summary>The 97.5% quantile of Student's t, by its expansion around the normal quantile (Abramowitz and Stegun 26.7.5).</summary>
    static double Quantile(int freedom) => 1.95996 + 2.37225 / freedom + 2.82244 / ((double)freedom * freedom);

    static double Rounded(double number) => Math.Round(number, 6);
}
