using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Soccer.Forecasting;
using Soccer.Validate.Reading;

namespace Soccer.Validate.Matching;

/// <summary>Hashes of content over one fixed binary form: little-endian, -1 for what is missing, no dependence on culture or machine.</summary>
public static class ContentHash
{
    /// <summary>Half a SHA-256: a match's row changes a few times in its life, and 128 bits tell its versions apart.</summary>
    const int Bytes = 16;

    const int DivisionBytes = 16;

    const int OddsBytes = Bookmakers.LongestCode + 2 * sizeof(short) + 4 * sizeof(float);

    static readonly byte[] NoOdds = Half([]);

    /// <summary>16 bytes over a match's row without its odds.</summary>
    public static byte[] OfRow(CanonicalMatch match)
    {
        Span<byte> form = stackalloc byte[128];
        var at = Code(match.Division, form[..DivisionBytes]);
        Long(form, ref at, match.Home.Id);
        Long(form, ref at, match.Away.Id);
        Int(form, ref at, match.Season);
        Int(form, ref at, match.Date.DayNumber);
        Int(form, ref at, match.KickOff is { } time ? (int)(time.Ticks / TimeSpan.TicksPerMinute) : -1);
        Int(form, ref at, match.Meeting);
        Goals(form, ref at, match.FullTime);
        Goals(form, ref at, match.HalfTime);
        Statistics(form, ref at, match.HomeStatistics);
        Statistics(form, ref at, match.AwayStatistics);
        return Half(form[..at]);
    }

    /// <summary>16 bytes over a match's odds, which must be in the order of bookmaker, phase and market.</summary>
    public static byte[] OfOdds(ReadOnlySpan<CanonicalOdds> odds)
    {
        if (odds.IsEmpty)
            return NoOdds;
        var form = odds.Length <= 64 ? stackalloc byte[64 * OddsBytes] : new byte[odds.Length * OddsBytes];
        form.Clear();
        var at = 0;
        foreach (ref readonly var price in odds)
        {
            Encoding.ASCII.GetBytes(price.Bookmaker, form.Slice(at, Bookmakers.LongestCode));
            at += Bookmakers.LongestCode;
            Short(form, ref at, (int)price.Phase);
            Short(form, ref at, (int)price.Market);
            Float(form, ref at, price.Line);
            Float(form, ref at, price.First);
            Float(form, ref at, price.Second);
            Float(form, ref at, price.Third);
        }
        return Half(form[..at]);
    }

    /// <summary>SHA-256, hex, over the ids and hashes of all matches of a dataset in the order of their ids.</summary>
    public static string OfDataset(IEnumerable<CanonicalMatch> matches)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> id = stackalloc byte[sizeof(long)];
        foreach (var match in matches)
        {
            BinaryPrimitives.WriteInt64LittleEndian(id, match.Id);
            hash.AppendData(id);
            hash.AppendData(match.RowHash);
            hash.AppendData(match.OddsHash);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>A code as it is where it fits, which all published ones do; else the beginning of its hash.</summary>
    static int Code(string division, Span<byte> form)
    {
        var code = Encoding.UTF8.GetBytes(division);
        (code.Length <= DivisionBytes ? code : SHA256.HashData(code).AsSpan(0, DivisionBytes)).CopyTo(form);
        return DivisionBytes;
    }

    static byte[] Half(ReadOnlySpan<byte> form) => SHA256.HashData(form)[..Bytes];

    static void Goals(Span<byte> form, ref int at, Score? score)
    {
        Short(form, ref at, score?.Home);
        Short(form, ref at, score?.Away);
    }

    static void Statistics(Span<byte> form, ref int at, TeamStatistics? statistics)
    {
        Short(form, ref at, statistics?.Shots);
        Short(form, ref at, statistics?.ShotsOnTarget);
        Short(form, ref at, statistics?.Corners);
        Short(form, ref at, statistics?.Fouls);
        Short(form, ref at, statistics?.Yellows);
        Short(form, ref at, statistics?.Reds);
    }

    static void Short(Span<byte> form, ref int at, int? value)
    {
        BinaryPrimitives.WriteInt16LittleEndian(form[at..], (short)(value ?? -1));
        at += sizeof(short);
    }

    static void Int(Span<byte> form, ref int at, int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(form[at..], value);
        at += sizeof(int);
    }

    static void Long(Span<byte> form, ref int at, long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(form[at..], value);
        at += sizeof(long);
    }

    /// <summary>The merge compares by Equals: 0 and -0 have one form, and so has everything that is not a number.</summary>
    static void Float(Span<byte> form, ref int at, float value)
    {
        var bits = float.IsNaN(value) ? -1 : value == 0 ? 0 : BitConverter.SingleToInt32Bits(value);
        BinaryPrimitives.WriteInt32LittleEndian(form[at..], bits);
        at += sizeof(float);
    }
}
