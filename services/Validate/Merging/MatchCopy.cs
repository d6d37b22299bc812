using Npgsql;
using NpgsqlTypes;
using Soccer.Forecasting;
using Soccer.Validate.Matching;

namespace Soccer.Validate.Merging;

/// <summary>Writes rows by COPY in binary form: the fastest way in.</summary>
static class MatchCopy
{
    /// <summary>Writes match rows.</summary>
    public static void Matches(NpgsqlConnection connection, IEnumerable<CanonicalMatch> matches, int version, bool frozen)
    {
        using var copy = connection.BeginBinaryImport(ValidateSql.CopyMatches(frozen));
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
        copy.Complete();
    }

    /// <summary>Writes odds rows; <paramref name="written"/> is told after every 100,000.</summary>
    public static int Odds(
        NpgsqlConnection connection, IEnumerable<(long MatchId, CanonicalOdds Odds)> rows, int version, bool frozen, Action<int>? written = null)
    {
        using var copy = connection.BeginBinaryImport(ValidateSql.CopyOdds(frozen));
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
            if (++count % 100_000 == 0)
                written?.Invoke(count);
        }
        copy.Complete();
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
