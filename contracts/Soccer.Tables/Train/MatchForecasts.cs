using System.Buffers.Binary;
using System.Security.Cryptography;
using Soccer.Forecasting;

namespace Soccer.Tables.Train;

/// <summary>Forecasts of matches as tables hold them: a kind's of a test season or of a hold-out, by a model that was fitted on none of them.</summary>
/// <param name="Matches">Match ids.</param>
/// <param name="Forecasts">One a match; none where the kind does not serve it.</param>
public sealed record MatchForecasts(long[] Matches, Probabilities?[] Forecasts)
{
    const int Width = 4 * sizeof(long);

    /// <summary>The forecasts by match id, without the matches that have none.</summary>
    public Dictionary<long, Probabilities> ByMatch()
    {
        var byMatch = new Dictionary<long, Probabilities>(Matches.Length);
        for (var match = 0; match < Matches.Length; match++)
            if (Forecasts[match] is { } forecast)
                byMatch.Add(Matches[match], forecast);

        return byMatch;
    }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public static string IdOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>32 bytes a match, little-endian: its id, and the three probabilities to the last bit; not a number where there is no forecast.</summary>
    public byte[] Write()
    {
        var bytes = new byte[Matches.Length * Width];
        for (var match = 0; match < Matches.Length; match++)
        {
            var at = bytes.AsSpan(match * Width, Width);
            var forecast = Forecasts[match] ?? new(double.NaN, double.NaN, double.NaN);
            BinaryPrimitives.WriteInt64LittleEndian(at, Matches[match]);
            BinaryPrimitives.WriteDoubleLittleEndian(at[8..], forecast.Home);
            BinaryPrimitives.WriteDoubleLittleEndian(at[16..], forecast.Draw);
            BinaryPrimitives.WriteDoubleLittleEndian(at[24..], forecast.Away);
        }

        return bytes;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static MatchForecasts Read(ReadOnlySpan<byte> bytes)
    {
        var forecasts = new MatchForecasts(new long[bytes.Length / Width], new Probabilities?[bytes.Length / Width]);
        for (var match = 0; match < forecasts.Matches.Length; match++)
        {
            var at = bytes.Slice(match * Width, Width);
            forecasts.Matches[match] = BinaryPrimitives.ReadInt64LittleEndian(at);
            var home = BinaryPrimitives.ReadDoubleLittleEndian(at[8..]);
            if (!double.IsNaN(home))
                forecasts.Forecasts[match] = new(home, BinaryPrimitives.ReadDoubleLittleEndian(at[16..]), BinaryPrimitives.ReadDoubleLittleEndian(at[24..]));
        }

        return forecasts;
    }
}
