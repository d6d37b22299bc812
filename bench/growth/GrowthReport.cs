using System.Globalization;

namespace Soccer.Bench;

/// <summary>A step at one size, judged.</summary>
/// <param name="Cost">What it cost.</param>
/// <param name="Exponent">k where seconds grew like matches to the power of k since the size before; none at the first size.</param>
/// <param name="ProcessorExponent">The same of processor seconds.</param>
/// <param name="Misses">What limit it misses, in words, or none.</param>
sealed record GrowthRow(StageCost Cost, double? Exponent, double? ProcessorExponent, string? Misses);

/// <summary>Judges costs by size and prints them.</summary>
static class GrowthReport
{
    /// <summary>A tenth above linear: sorting and trees of n log n rows are within it.</summary>
    public const double MostExponent = 1.1;

    /// <summary>Below this, what does not grow at all (compilation, reading a model) is too large a part of the seconds.</summary>
    public const int ExponentsFrom = 100_000;

    /// <summary>The memory that Train's pod is given, up to this many matches.</summary>
    public const double MostTrainGigabytes = 2;

    public const int TrainMemoryUpTo = 300_000;

    /// <summary>The rows of a size.</summary>
    /// <param name="size">Its costs.</param>
    /// <param name="before">Those of the next smaller size of the same source, or null.</param>
    public static GrowthRow[] Rows(SizeCosts size, SizeCosts? before) =>
    [
        .. size.Costs.Select(cost =>
        {
            var smaller = before?.Costs.FirstOrDefault(same => same.Stage == cost.Stage);
            var (exponent, ofProcessors) = (Exponent(cost, smaller, at => at.Seconds), Exponent(cost, smaller, at => at.ProcessorSeconds));
            var judged = exponent > ofProcessors ? exponent : ofProcessors;
            return new GrowthRow(cost, exponent, ofProcessors, Misses(size.Asked, cost, before?.Asked >= ExponentsFrom ? judged : null));
        }),
    ];

    /// <summary>Prints a size.</summary>
    /// <returns>Whether every limit is kept.</returns>
    public static bool Print(SizeCosts size, SizeCosts? before, TextWriter output)
    {
        var rows = Rows(size, before);
        output.WriteLine(Text($"{size.Source}: {size.Matches:N0} matches of {size.Divisions} divisions"));
        output.WriteLine($"  {"",-40} {"seconds",8} {"exponent",9} {"processors",11} {"exponent",9} {"GB",6}");
        foreach (var (cost, exponent, ofProcessors, misses) in rows)
        {
            var processors = Text($"{cost.ProcessorSeconds,11:F2} {ofProcessors,9:F2}");
            var figures = Text($"{cost.Seconds,8:F2} {exponent,9:F2} {processors} {cost.PeakBytes / 1e9,6:F2}");
            output.WriteLine($"{(misses is null ? ' ' : '!')} {cost.Stage,-40} {figures}  {misses}".TrimEnd());
        }

        var (limit, all) = (Steps(rows).MaxBy(row => row.Cost.Seconds)!, rows.Single(row => row.Cost.Stage == StageNames.Cascade));
        output.WriteLine(Text($"  Longest: {limit.Cost.Stage}, {100 * limit.Cost.Seconds / all.Cost.Seconds:F0}% of the cascade."));
        if (Steps(rows).Where(row => row.Exponent is not null).MaxBy(row => row.Exponent) is { } steepest)
            output.WriteLine(Text($"  Steepest: {steepest.Cost.Stage}, exponent {steepest.Exponent:F2}."));

        output.WriteLine();
        return rows.All(row => row.Misses is null);
    }

    static IEnumerable<GrowthRow> Steps(IEnumerable<GrowthRow> rows) =>
        rows.Where(row => row.Cost.Stage != StageNames.Cascade && !StageNames.IsFit(row.Cost.Stage));

    static double? Exponent(StageCost cost, StageCost? smaller, Func<StageCost, double> seconds) => smaller is null
        ? null
        : Math.Log(seconds(cost) / seconds(smaller)) / Math.Log((double)cost.Matches / smaller.Matches);

    static string? Misses(int asked, StageCost cost, double? judged)
    {
        var isTrain = cost.Stage == StageNames.TrainingSet || StageNames.IsFit(cost.Stage);
        return judged > MostExponent ? Text($"exponent at most {MostExponent}")
            : isTrain && asked <= TrainMemoryUpTo && cost.PeakBytes > MostTrainGigabytes * 1e9 ? Text($"at most {MostTrainGigabytes} GB")
            : null;
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
