using Soccer.Forecasting;

namespace Soccer.Validate.Matching;

/// <summary>A match of a dataset: one row of validate.match and its rows of validate.odds.</summary>
public sealed record CanonicalMatch
{
    /// <summary>See <see cref="ContentId.OfMatch"/>.</summary>
    public required long Id { get; init; }

    /// <summary>Division code.</summary>
    public required string Division { get; init; }

    /// <summary>The year in which the season began.</summary>
    public required int Season { get; init; }

    /// <summary>The day, as the source has it (UK).</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Kick-off in UK time, where known.</summary>
    public TimeOnly? KickOff { get; init; }

    public required Team Home { get; init; }

    public required Team Away { get; init; }

    /// <summary>1 for the season's first meeting of the two at this ground.</summary>
    public required int Meeting { get; init; }

    /// <summary>None where the match has not been played.</summary>
    public Score? FullTime { get; init; }

    public Score? HalfTime { get; init; }

    public TeamStatistics? HomeStatistics { get; init; }

    public TeamStatistics? AwayStatistics { get; init; }

    /// <summary>In the order of bookmaker, phase and market; one for each.</summary>
    public required ReadOnlyMemory<CanonicalOdds> Odds { get; init; }

    /// <summary>See <see cref="ContentHash.OfOdds"/>.</summary>
    public required byte[] OddsHash { get; init; }

    /// <summary>See <see cref="ContentHash.OfRow"/>.</summary>
    public byte[] RowHash { get; init; } = [];
}
