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
/// <param name="First">The first day that can be forecast; null before the first run has built features.</param>
sealed record Known(TeamDirectory Teams, IReadOnlyCollection<string> Divisions, DateOnly? First);

/// <summary>
/// Holds what is <see cref="Known"/>, and looks every few seconds for a newer feature set. Predict judges requests again by what it knows.
/// </summary>
sealed class KnownReader(NpgsqlDataSource database, IOptions<PredictionOptions> options, ILogger<KnownReader> log) : IDisposable
{
    /// <summary>A database that hangs is as good as away. All divisions of a large dataset take a good part of a second.</summary>
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(2), Always = TimeSpan.FromDays(3650);

    readonly LastGoodValue<Held> newest = new(
        TimeSpan.FromSeconds(options.Value.KnownForSeconds), Always, Pause,
        before => database.Within(Limit, "teams and divisions", (connection, cancellation) => Read(connection, before, cancellation)),
        "Teams and divisions", log);

    /// <summary>What is known now; null if the database is away and nothing has been read yet.</summary>
    public async ValueTask<Known?> Now(CancellationToken cancellation) => (await newest.Get(cancellation))?.Known;

    static async Task<Held> Read(NpgsqlConnection connection, Held? before, CancellationToken cancellation)
    {
        var set = await FeatureSets.Newest(connection, cancellation);
        if (before is { FeatureSetVersion: { } version } && version == set?.Version)
            return before;
        var teams = new TeamDirectory(await Teams.Read(connection, cancellation), await Teams.Present(connection, cancellation));
        return new(new(teams, await Datasets.Divisions(connection, cancellation), set?.AsOf.AddDays(1)), set?.Version);
    }

    public void Dispose() => newest.Dispose();

    sealed record Held(Known Known, int? FeatureSetVersion);
}
