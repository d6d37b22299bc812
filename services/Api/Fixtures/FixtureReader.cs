using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Forecasting.Odds;
using Soccer.Hosting.Database;
using Soccer.Tables.Featurize;
using Soccer.Tables.Validate;

namespace Soccer.Api.Fixtures;

/// <summary>Reads what is kept in memory.</summary>
sealed class FixtureReader(NpgsqlDataSource database, Commissions commissions, IOptions<JsonOptions> json, TimeProvider time)
{
    /// <summary>Other requests wait for a reading, so that it must end although the database neither answers nor refuses.</summary>
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>The answer for a key, for whoever asks.</summary>
    /// <exception cref="NpgsqlException">The database does not answer.</exception>
    public Task<StoredAnswer> Answer(FixtureKey key) => Read($"match {key.MatchId}", (connection, cancellation) => Answer(connection, key, cancellation));

    /// <summary>The answer for a key.</summary>
    public async Task<StoredAnswer> Answer(NpgsqlConnection connection, FixtureKey key, CancellationToken cancellation)
    {
        var rows = await FixtureSql.Read(connection, key, cancellation);
        var features = await FeatureSets.Find(connection, key.FeatureSetVersion, cancellation);
        var prices = await MatchOdds.Read(connection, key.OddsVersion, OddsPhase.Opening, [key.MatchId], cancellation);
        var taken = await Datasets.TakenAt(connection, [.. prices.Select(price => price.FromVersion).Distinct()], cancellation);
        return Write(FixtureDetail.Of(rows, key.IsChampion, features?.DatasetVersion, prices, taken, commissions));
    }

    /// <summary>The bytes of an answer.</summary>
    public StoredAnswer Write(FixtureDetail detail) => new(JsonSerializer.SerializeToUtf8Bytes(detail, json.Value.SerializerOptions), time.GetTimestamp());

    /// <summary>Reads something that several requests wait for: not ended by any one of them, but by a limit.</summary>
    /// <param name="what">What, in the words of its failure.</param>
    /// <param name="read">Reads it.</param>
    /// <exception cref="NpgsqlException">The database does not answer.</exception>
    public Task<T> Read<T>(string what, Func<NpgsqlConnection, CancellationToken, Task<T>> read) => database.Within(Limit, what, read);
}
