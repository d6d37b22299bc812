using System.ComponentModel.DataAnnotations;

namespace Soccer.Api.Predictions;

/// <summary>How requests for forecasts are taken. Read from the section Predictions.</summary>
public sealed class PredictionOptions
{
    /// <summary>Seconds in which a request that names none is to be answered. Default 3600: after an hour without Predict nobody waits any more.</summary>
    [Range(0.1, 604_800)]
    public double WithinSeconds { get; init; } = 3600;

    /// <summary>The most seconds that a request can ask for. Default 86,400, a day.</summary>
    [Range(0.1, 604_800)]
    public double MostWithinSeconds { get; init; } = 86_400;

    /// <summary>The most seconds that Prefer: wait keeps a connection open. Default 30: proxies cut longer ones.</summary>
    [Range(0, 300)]
    public int MostWaitSeconds { get; init; } = 30;

    /// <summary>Callers that may wait by Prefer: wait at once. Default 300 of the 1,000 connections: one more is answered at once, with 202.</summary>
    [Range(0, 10_000)]
    public int MostWaiting { get; init; } = 300;

    /// <summary>Seconds in which POST /v1/predict is answered, or refused. Default 5.</summary>
    [Range(0.1, 60)]
    public double NowSeconds { get; init; } = 5;

    /// <summary>Seconds for which teams and divisions are held in memory. Default 5: they change with a new dataset, once a day.</summary>
    [Range(0, 3600)]
    public double KnownForSeconds { get; init; } = 5;

    /// <summary>Days that requests are remembered, and with them their Idempotency-Keys. Default 30: longer than the answers are kept.</summary>
    [Range(1, 3650)]
    public int RequestDays { get; init; } = 30;
}
