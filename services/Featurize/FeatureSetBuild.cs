using System.IO.Compression;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Forecasting;
using Soccer.Forecasting.Features;
using Soccer.Tables.Validate;

namespace Soccer.Featurize;

/// <summary>A stored feature set: what the step remembers.</summary>
public sealed record FeatureSet(int Version, string Hash, int Rows, int ChangedRows);

/// <summary>Runs the pass over time and stores the rows that differ from those that stand.</summary>
public sealed class FeatureSetBuild(NpgsqlDataSource database, IOptions<FeaturizeOptions> options, TimeProvider time)
{
    /// <summary>Builds the feature set of a dataset version.</summary>
    public async Task<FeatureSet> Run(int datasetVersion, string datasetHash, DateOnly asOf, Action<long, long> report, CancellationToken cancellation)
    {
        var matches = await Known(datasetVersion, asOf, cancellation);
        var pass = FeaturePass.Create();

        // Held during the pass, which takes seconds: its rows flow into the transaction's copy, and not into memory.
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await FeaturizeSql.Lock(connection, cancellation);
        var schemaId = await FeaturizeSql.EnsureSchema(connection, pass.Schema, cancellation);
        var standing = await FeaturizeSql.StandingRows(connection, schemaId, cancellation);
        var newest = await FeaturizeSql.NewestVersion(connection, cancellation);
        var version = newest + 1;

        var (hashes, changed) = await Describe(connection, pass, matches, standing, schemaId, version, report, cancellation);
        var gone = standing.Keys.Where(match => !hashes.ContainsKey(match)).ToList();
        var hash = FeatureHash.OfSet(hashes);
        if (changed.Count + gone.Count == 0 && await FeaturizeSql.Find(connection, newest, schemaId, datasetVersion, asOf, cancellation))
            return new FeatureSet(newest, hash, hashes.Count, 0);

        await FeaturizeSql.CloseRows(connection, schemaId, version, [.. changed.Where(standing.ContainsKey), .. gone], cancellation);
        await FeaturizeSql.StoreVersion(
            connection, version, schemaId, datasetVersion, datasetHash, hash, hashes.Count, asOf, time.GetUtcNow().UtcDateTime, cancellation);
        await FeaturizeSql.StoreState(connection, version, StateOf(pass), options.Value.KeptStates, cancellation);
        await transaction.CommitAsync(cancellation);
        return new FeatureSet(version, hash, hashes.Count, changed.Count + gone.Count);
    }

    async Task<List<Match>> Known(int datasetVersion, DateOnly asOf, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var market = await MatchOdds.ReadMarket(connection, datasetVersion, cancellation);
        return [.. (await Matches.Read(connection, datasetVersion, cancellation))
            .Select(match => Priced(match, market)).Select(match => match.Date > asOf ? ToCome(match) : match)];
    }

    /// <summary>The pass fills one core and the copy into the table another, with a queue of batches between them.</summary>
    static async Task<(Dictionary<long, UInt128> Hashes, List<long> Changed)> Describe(
        NpgsqlConnection connection, FeaturePass pass, List<Match> matches, Dictionary<long, UInt128> standing, int schemaId, int version,
        Action<long, long> report, CancellationToken cancellation)
    {
        var hashes = new Dictionary<long, UInt128>(matches.Count);
        List<long> changed = [];
        await using var copy = await FeatureRowCopy.Begin(connection, schemaId, version, cancellation);
        report(0, matches.Count);
        await Task.Run(() => pass.Run(matches, (match, values) =>
        {
            var hash = FeatureHash.OfRow(values);
            hashes.Add(match.Id, hash);
            if (!standing.TryGetValue(match.Id, out var before) || before != hash)
            {
                changed.Add(match.Id);
                copy.Add(match.Id, hash, values);
            }
            if (hashes.Count % 4096 == 0)
                report(hashes.Count, matches.Count);
        }, cancellation, SideBySide.Run), cancellation);
        await copy.Complete();
        report(matches.Count, matches.Count);
        return (hashes, changed);
    }

    static Match Priced(Match match, Dictionary<long, MarketPrices> market) =>
        market.TryGetValue(match.Id, out var prices) ? match with { Opening = prices.Opening, Closing = prices.Closing } : match;

    /// <summary>
    /// The run's clock decides what is known: a later result or closing price, of a source that is ahead or of a mistyped date, is none. An opening price is known before its match.
    /// </summary>
    static Match ToCome(Match match) => match with { FullTime = null, HalfTime = null, HomeStatistics = null, AwayStatistics = null, Closing = null };

    static byte[] StateOf(FeaturePass pass)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest))
            pass.Save(gzip);
        return zipped.ToArray();
    }
}
