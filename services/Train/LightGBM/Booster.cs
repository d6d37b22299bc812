using System.Runtime.InteropServices;
using System.Text;

namespace Soccer.Train.LightGBM;

/// <summary>A model while LightGBM grows it. Not for two threads at once.</summary>
public sealed class Booster : SafeHandle
{
    readonly Dataset fit;
    readonly Dataset? stop;
    readonly float[] gradients;
    readonly float[] hessians;
    readonly double[] scores;

    /// <summary>A model without trees. It looks into the rows' memory as long as it lives.</summary>
    /// <param name="parameters">LightGBM's parameters by their own names; objective none and num_class 3 among them.</param>
    /// <param name="fit">Rows to fit.</param>
    /// <param name="stop">Rows to stop by, with the bins of <paramref name="fit"/>; none if nothing does.</param>
    /// <exception cref="LightGBMException">The library is missing or refused.</exception>
    public Booster(IEnumerable<KeyValuePair<string, string>> parameters, Dataset fit, Dataset? stop) : base(0, ownsHandle: true)
    {
        (this.fit, this.stop) = (fit, stop);
        Native.Check(Native.LGBM_BoosterCreate(fit, Native.Line(parameters), out var booster));
        SetHandle(booster);
        if (stop is not null)
            Native.Check(Native.LGBM_BoosterAddValidData(this, stop));

        (gradients, hessians, scores) = (new float[3 * fit.Rows], new float[3 * fit.Rows], new double[3 * Math.Max(fit.Rows, stop?.Rows ?? 0)]);
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>Grows one round along derivatives.</summary>
    /// <param name="first">First derivatives by the margins, three a fit row.</param>
    /// <param name="second">Second derivatives, three a fit row.</param>
    /// <returns>False where no tree found a split: then the round was taken back.</returns>
    /// <exception cref="ArgumentException">There are not three a row.</exception>
    /// <exception cref="LightGBMException">The library refused.</exception>
    public bool Grow(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        if (first.Length != gradients.Length || second.Length != gradients.Length)
            throw new ArgumentException($"There are {first.Length} first and {second.Length} second derivatives; {fit.Rows} rows need {gradients.Length}.", nameof(first));

        ByClass.Turn(first, gradients);
        ByClass.Turn(second, hessians);
        Native.Check(Native.LGBM_BoosterUpdateOneIterCustom(this, gradients, hessians, out var finished));
        return finished == 0;
    }

    /// <summary>Where the fit rows stand, start included: three a row.</summary>
    /// <exception cref="LightGBMException">The library refused.</exception>
    public void FitMargins(Span<float> margins) => Margins(0, fit.Rows, margins);

    /// <summary>Where the stop rows stand, start included: three a row.</summary>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    /// <exception cref="LightGBMException">The library refused.</exception>
    public void StopMargins(Span<float> margins) => Margins(1, (stop ?? throw new InvalidOperationException("There are no rows to stop by.")).Rows, margins);

    /// <summary>What the model says of any rows, without a start.</summary>
    /// <param name="values">Row by row.</param>
    /// <param name="columns">Values a row.</param>
    /// <param name="contributions">Whether to say what each feature added (and, last, the mean), class by class, in the place of the three margins.</param>
    /// <exception cref="LightGBMException">The library refused.</exception>
    public double[] Predict(ReadOnlySpan<float> values, int columns, bool contributions = false)
    {
        var rows = values.Length / columns;
        var predictions = new double[3 * rows * (contributions ? columns + 1 : 1)];
        Native.Check(Native.LGBM_BoosterPredictForMat(
            this, values, Native.Float32, rows, columns, 1, contributions ? 3 : 1, 0, -1, "", out _, predictions));
        return predictions;
    }

    /// <summary>The first rounds in LightGBM's text format.</summary>
    /// <param name="rounds">At least 1; the library takes 0 for all.</param>
    /// <exception cref="LightGBMException">The library refused.</exception>
    public string ToText(int rounds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        Native.Check(Native.LGBM_BoosterSaveModelToString(this, 0, rounds, 0, 0, out var length, []));
        var text = new byte[length];
        Native.Check(Native.LGBM_BoosterSaveModelToString(this, 0, rounds, 0, length, out _, text));
        // The last byte is the C string's zero.
        return Encoding.UTF8.GetString(text.AsSpan(0, text.Length - 1));
    }

    void Margins(int dataset, int rows, Span<float> margins)
    {
        Native.Check(Native.LGBM_BoosterGetPredict(this, dataset, out _, scores));
        ByClass.TurnBack(scores.AsSpan(0, 3 * rows), margins);
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => Native.LGBM_BoosterFree(handle) == 0;
}
