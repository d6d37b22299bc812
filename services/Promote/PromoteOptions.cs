using System.ComponentModel.DataAnnotations;

namespace Soccer.Promote;

/// <summary>What a model must show. Read from the section Promote.</summary>
public sealed class PromoteOptions
{
    /// <summary>
    /// How much worse than the champion's a challenger's mean log loss may be on the same matches. Default 0.0003: differences below are noise, and a model
    /// that has learnt from newer matches is worth as much.
    /// </summary>
    [Range(0, 1)]
    public double NotWorseThan { get; init; } = 0.0003;

    /// <summary>
    /// How many days back champions still count: a challenger must not be worse than the best of them either, by the same limit. Default
    /// 365: without it, a chain of champions, each a little worse than the one before, leads downwards.
    /// </summary>
    [Range(0, 36600)]
    public int PastDays { get; init; } = 365;

    /// <summary>
    /// How many of them at most, the newest: each reads its artifact and forecasts a year of matches, about a second on the whole history.
    /// Default 60: more than a year of weekly trainings.
    /// </summary>
    [Range(0, 1000)]
    public int MostPast { get; init; } = 60;

    /// <summary>The seed of the interval of the difference. Default 20: any; a fixed one makes the evidence repeatable.</summary>
    public int Seed { get; init; } = 20;
}
