using System.Runtime.Intrinsics;

namespace Soccer.Forecasting.Ratings;

/// <summary>Four numbers side by side, to the last bit.</summary>
static class RidgeBits
{
    public static void Write(BinaryWriter writer, Vector256<double> value)
    {
        for (var i = 0; i < Vector256<double>.Count; i++)
            writer.Write(value[i]);
    }

    public static Vector256<double> Read(BinaryReader reader) =>
        Vector256.Create(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
}
