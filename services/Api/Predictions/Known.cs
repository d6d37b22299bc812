using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Forecasting;
using Soccer.Hosting.Database;
using Soccer.Tables.Featurize;
using Soccer.Tables.Validate;

namespace Soccer.Api.Predictions;

/// <summary>What can be asked about: teams, divisions and days.</summary>
/// <param name="Teams">Every team.</param>
/// <param name="Divisions">Codes of the divisions that the newest dataset has.</param>
/// <param name="First">The first day that can be forecast; none before the first run has built features.</param>
sealed record Known(TeamDirectory Teams, IReadOnlyCollection<string> Divisions, DateOnly? First);

/// <summary>
/// Holds what is <see cref="Known"/>, and looks every few seconds whether there is a newer feature set. A request that is judged by what was known then is judged again by Predict.
/// </summary>
sealed class KnownReader(NpgsqlDataSource database, IOptions<PredictionOptions> options, TimeProvider time, ILogger<KnownReader> log) : IDisposable
{
    /// <summary>A database that hangs is as good as away: Predict judges then. All divisions of a large dataset take a good part of a second.</summary>
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>After a database that was away, the next look at it.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    readonly SemaphoreSlim turn = new(1);
    Held? held;
    DateTimeOffset awayUntil;

    /// <summary>What is known now; none where the database is away and nothing has been read yet.</summary>
    public async ValueTask<Known?> Now(CancellationToken cancellation)
    {
        if (Volatile.Read(ref held) is { } fresh && time.GetUtcNow() < fresh.Until)
            return fresh.Known;
        await turn.WaitAsync(cancellation);
        try
        {
            if (held is null ? time.GetUtcNow() >= awayUntil : time.GetUtcNow() >= held.Until)
                Volatile.Write(ref held, await Read(held));
            return held?.Known;
        }
        finally
        {
            turn.Release();
        }
    }

    async Task<Held?> Read(Held? before)
    {
        try
        {
            return await database.Within<Held>(Limit, "teams and divisions", (connection, cancellation) => Read(connection, before, cancellation));
        }
        catch (NpgsqlException away)
        {
            log.LogWarning("requests are judged by the teams of feature set {Version}, since the database did not answer: {Reason}", before?.FeatureSetVersion, away.Message);
            awayUntil = time.GetUtcNow() + Pause;
            return before is null ? null : before with { Until = awayUntil };
        }
    }

    async Task<Held> Read(NpgsqlConnection connection, Held? before, CancellationToken cancellation)
    {
        var newest = await FeatureSets.Newest(connection, cancellation);
        if (before is { FeatureSetVersion: { } version } && version == newest?.Version)
            return before with { Until = Next() };
        var teams = new TeamDirectory(await Teams.Read(connection, cancellation), await Teams.Present(connection, cancellation));
        return new(new(teams, await Datasets.Divisions(connection, cancellation), newest?.AsOf.AddDays(1)), newest?.Version, Next());
    }

    DateTimeOffset Next() => time.GetUtcNow().AddSeconds(options.Value.KnownForSeconds);

    public void Dispose() => turn.Dispose();

    sealed record Held(Known Known, int? FeatureSetVersion, DateTimeOffset Until);
}
