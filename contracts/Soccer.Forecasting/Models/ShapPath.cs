using Step = Soccer.Forecasting.Models.TreeShap.Step;

namespace Soccer.Forecasting.Models;

/// <summary>The features on a path down a tree, and for each number of them that is known how much such subsets weigh: EXTEND and UNWIND of the paper.</summary>
static class ShapPath
{
    /// <summary>Adds a step as number <paramref name="length"/>, from 0.</summary>
    public static void Extend(Span<Step> path, int length, Step step)
    {
        path[length] = step with { Weight = length == 0 ? 1 : 0 };
        for (var i = length - 1; i >= 0; i--)
        {
            path[i + 1].Weight += step.One * path[i].Weight * (i + 1) / (length + 1);
            path[i].Weight *= step.Zero * (length - i) / (length + 1);
        }
    }

    /// <summary>Takes a step out again, as if it had never been added.</summary>
    public static void Unwind(Span<Step> path, int length, int step)
    {
        var (zero, one, next) = (path[step].Zero, path[step].One, path[length].Weight);
        for (var i = length - 1; i >= 0; i--)
        {
            if (one == 0)
            {
                path[i].Weight *= (length + 1) / (zero * (length - i));
                continue;
            }

            var before = path[i].Weight;
            path[i].Weight = next * (length + 1) / ((i + 1) * one);
            next = before - path[i].Weight * zero * (length - i) / (length + 1);
        }

        for (var i = step; i < length; i++)
            path[i] = path[i + 1] with { Weight = path[i].Weight };
    }

    /// <summary>What all weights would sum to without a step.</summary>
    public static double WeightWithout(ReadOnlySpan<Step> path, int length, int step)
    {
        var (zero, one, next, sum) = (path[step].Zero, path[step].One, path[length].Weight, 0d);
        for (var i = length - 1; i >= 0; i--)
        {
            if (one == 0)
            {
                sum += path[i].Weight * (length + 1) / (zero * (length - i));
                continue;
            }

            var weight = next * (length + 1) / ((i + 1) * one);
            sum += weight;
            next = path[i].Weight - weight * zero * (length - i) / (length + 1);
        }

        return sum;
    }

    /// <summary>Where a feature stands among the steps; 0, the root's place, if nowhere.</summary>
    public static int Find(ReadOnlySpan<Step> path, int length, int feature)
    {
        for (var i = 1; i <= length; i++)
            if (path[i].Feature == feature)
                return i;

        return 0;
    }
}
