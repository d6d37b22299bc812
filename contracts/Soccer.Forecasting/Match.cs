namespace Soccer.Forecasting;

/// <summary>A match as ratings and features see it: played, or to come.</summary>
public sealed record Match
{
    /// <summary>Content hash of the match's identity; below 2^53, so that it is exact in JSON.</summary>
    public required long Id { get; init; }

    /// <summary>Division code: E0, SP2, ARG.</summary>
    public required string Division { get; init; }

    /// <summary>The year in which the season began.</summary>
    public required int Season { get; init; }

    /// <summary>The day it was or will be played, as the source has it (UK).</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The home team's id.</summary>
    public required long Home { get; init; }

    /// <summary>The away team's id.</summary>
    public required long Away { get; init; }

    /// <summary>Goals after full time; none where it has not been played.</summary>
    public Score? FullTime { get; init; }

    /// <summary>Goals at half time, where known.</summary>
    public Score? HalfTime { get; init; }

    /// <summary>What the home team did, where known.</summary>
    public TeamStatistics? HomeStatistics { get; init; }

    /// <summary>What the away team did, where known.</summary>
    public TeamStatistics? AwayStatistics { get; init; }

    /// <summary>The market's average prices some days before the match, where known. A match to come may have them.</summary>
    public Prices? Opening { get; init; }

    /// <summary>The market's average prices at kick-off, where known: as late as the result, and like it never told to the match's own features.</summary>
    public Prices? Closing { get; init; }
}
