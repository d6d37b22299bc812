using System.Numerics;

namespace Soccer.Train.LightGBM;

/// <summary>Values by row, three a row, and by class, all rows of one after another: LightGBM takes and gives the latter.</summary>
static class ByClass
{
    /// <summary>From rows to classes, in the numbers that the call at hand takes.</summary>
    public static void Turn<T>(ReadOnlySpan<float> byRow, Span<T> byClass) where T : struct, IFloatingPoint<T>
    {
        var rows = byRow.Length / 3;
        for (var row = 0; row < rows; row++)
        {
            byClass[row] = T.CreateTruncating(byRow[3 * row]);
            byClass[rows + row] = T.CreateTruncating(byRow[3 * row + 1]);
            byClass[2 * rows + row] = T.CreateTruncating(byRow[3 * row + 2]);
        }
    }

    /// <summary>From classes to rows.</summary>
    public static void TurnBack(ReadOnlySpan<double> byClass, Span<float> byRow)
    {
        var rows = byClass.Length / 3;
        for (var row = 0; row < rows; row++)
            (byRow[3 * row], byRow[3 * row + 1], byRow[3 * row + 2]) = ((float)byClass[row], (float)byClass[rows + row], (float)byClass[2 * rows + row]);
    }
}
