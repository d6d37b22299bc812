using Npgsql;
using Soccer.Api.Ledger;
using Soccer.Contracts;
using Soccer.Forecasting;

namespace Soccer.Api.Fixtures;

/// <summary>By which clock matches have kicked off.</summary>
static class FixtureClock
{
    /// <summary>
    /// The newest run's clock; for a source that follows the real clock also the wall's, to the minute, so that answers of a minute have
    /// one tag.
    /// </summary>
    public static async Task<MatchClock> Of(NpgsqlConnection connection, Run newest, TimeProvider time, CancellationToken cancellation)
    {
        var clock = MatchClock.Of(newest.AsOf, await EventSql.ForecastFrom(connection, newest.AsOf, cancellation));
        if (!newest.Live)
            return clock;
        var now = time.GetUtcNow().UtcDateTime;
        // What kicks off in this very minute has kicked off. The database's times have microseconds.
        return clock.NotBefore(now.AddTicks(TimeSpan.TicksPerMicrosecond - now.Ticks % TimeSpan.TicksPerMinute));
    }

    /// <summary>Whether a match has kicked off; one without a kick-off time has when its day is over.</summary>
    public static bool HasKickedOff(this MatchClock clock, FixtureAnswer match) =>
        match.KickOff is { } kickOff ? !clock.IsToCome(match.Date, kickOff) : match.Date < clock.Day;
}
