using System.ComponentModel.DataAnnotations;

namespace Soccer.Api.Fixtures;

/// <summary>What is kept in memory of the forecasts. Read from the section Board.</summary>
public sealed class BoardOptions
{
    /// <summary>
    /// Milliseconds after which a request looks again whether forecasts, prices or the champion have changed: no answer is older. Default 100: what comes by a run a day need not be known
    /// sooner, and ten small statements a second are nothing to the database. 0 looks with every request.
    /// </summary>
    [Range(0, 60_000)]
    public double FreshForMilliseconds { get; init; } = 100;

    /// <summary>Matches on the board at most, each with one answer of some 6 kB; those of later days are read from the database. Default 10,000: 20 times a busy week.</summary>
    [Range(0, 1_000_000)]
    public int Matches { get; init; } = 10_000;

    /// <summary>Days up to the newest run's whose matches are on the board too. Default 7: last week's forecasts are looked up again beside the results.</summary>
    [Range(0, 3650)]
    public int PastDays { get; init; } = 7;
}
