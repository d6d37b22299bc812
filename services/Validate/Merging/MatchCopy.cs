using Npgsql;
using NpgsqlTypes;
using Soccer.Forecasting;
using Soccer.Validate.Matching;

namespace Soccer.Validate.Merging;

/// <summary>Writes rows by COPY in binary form: the fastest way in.</summary>
static class MatchCopy
{
    /// <summary>
    /// Rows between two looks at the token. A cell is written to a buffer, so that waiting for each would cost more than it gives.
    /// </summary>
    const int Batch = 10_000;

    /// <summary>Writes match rows.</summary>
    public static async Task Matches(
        NpgsqlConnection connection, IEnumerable<CanonicalMatch> matches, int version, bool frozen, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(ValidateSql.CopyMatches(frozen), cancellation);
        foreach (var batch in matches.Chunk(Batch))
        {
            cancellation.ThrowIfCancellationRequested();
            Write(copy, batch, version);
        }
        await copy.CompleteAsync(cancellation);
    }

    static void Write(NpgsqlBinaryImporter copy, IEnumerable<CanonicalMatch> matches, int version)
    {
        foreach (var match in matches)
        {
            copy.StartRow();
            copy.Write(match.Id, NpgsqlDbType.Bigint);
            copy.Write(version, NpgsqlDbType.Integer);
            copy.Write(match.Division, NpgsqlDbType.Text);
            copy.Write((short)match.Season, NpgsqlDbType.Smallint);
            copy.Write(match.Date, NpgsqlDbType.Date);
            if (match.KickOff is { } time)
                copy.Write(time, NpgsqlDbType.Time);
            else
                copy.WriteNull();
            copy.Write(match.Home.Id, NpgsqlDbType.Bigint);
            copy.Write(match.Away.Id, NpgsqlDbType.Bigint);
            copy.Write((short)match.Meeting, NpgsqlDbType.Smallint);
            Goals(copy, match.FullTime);
            Goals(copy, match.HalfTime);
            Statistics(copy, match.HomeStatistics, match.AwayStatistics);
            copy.Write(match.RowHash, NpgsqlDbType.Bytea);
            copy.Write(match.OddsHash, NpgsqlDbType.Bytea);
        }
    }

    /// <summary>Writes odds rows; <paramref name="written"/> is told after every 100,000.</summary>
    public static async Task<int> Odds(
        NpgsqlConnection connection, IEnumerable<(long MatchId, CanonicalOdds Odds)> rows, int version, bool frozen, Action<int> written,
        CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(ValidateSql.CopyOdds(frozen), cancellation);
        var count = 0;
        foreach (var (match, odds) in rows)
        {
            copy.StartRow();
            copy.Write(match, NpgsqlDbType.Bigint);
            copy.Write(version, NpgsqlDbType.Integer);
            copy.Write(odds.Bookmaker, NpgsqlDbType.Text);
            copy.Write((short)odds.Phase, NpgsqlDbType.Smallint);
            copy.Write((short)odds.Market, NpgsqlDbType.Smallint);
            Price(copy, odds.Line);
            Price(copy, odds.First);
            Price(copy, odds.Second);
            Price(copy, odds.Third);
            if (++count % Batch == 0)
                cancellation.ThrowIfCancellationRequested();
            if (count % 100_000 == 0)
                written(count);
        }
        await copy.CompleteAsync(cancellation);
        return count;
    }

    static void Goals(NpgsqlBinaryImporter copy, Score? score)
    {
        Short(copy, score?.Home);
        Short(copy, score?.Away);
    }

    static void Statistics(NpgsqlBinaryImporter copy, TeamStatistics? home, TeamStatistics? away)
    {
        Short(copy, home?.Shots);
        Short(copy, away?.Shots);
        Short(copy, home?.ShotsOnTarget);
        Short(copy, away?.ShotsOnTarget);
        Short(copy, home?.Corners);
        Short(copy, away?.Corners);
        Short(copy, home?.Fouls);
        Short(copy, away?.Fouls);
        Short(copy, home?.Yellows);
        Short(copy, away?.Yellows);
        Short(copy, home?.Reds);
        Short(copy, away?.Reds);
    }

    static void Short(NpgsqlBinaryImporter copy, int? value)
    {
        if (value is { } number)
            copy.Write((short)number, NpgsqlDbType.Smallint);
        else
            copy.WriteNull();
    }

    static void Price(NpgsqlBinaryImporter copy, float price)
    {
        if (float.IsNaN(price))
            copy.WriteNull();
        else
            copy.Write(price, NpgsqlDbType.Real);
    }
}
