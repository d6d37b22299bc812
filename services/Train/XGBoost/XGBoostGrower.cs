using Soccer.Forecasting.Models;

namespace Soccer.Train.XGBoost;

/// <summary>XGBoost growing trees on rows that it holds.</summary>
public sealed class XGBoostGrower : ITreeGrower
{
    readonly DMatrix fit;
    readonly DMatrix? stop;
    readonly Booster booster;
    readonly int seed;

    /// <summary>Copies the rows into the library.</summary>
    /// <param name="fit">Rows to fit.</param>
    /// <param name="stop">Rows to stop by, if any.</param>
    /// <param name="parameters">How trees are grown.</param>
    /// <exception cref="XGBoostException">The library is missing or refused a parameter.</exception>
    public XGBoostGrower(BoostingRows fit, BoostingRows? stop, BoostingParameters parameters)
    {
        this.fit = Matrix(fit, parameters.Threads);
        this.stop = stop is null ? null : Matrix(stop, parameters.Threads);
        booster = this.stop is { } rows
            ? new(parameters.ForXGBoost(this.fit.Rows), this.fit, rows)
            : new(parameters.ForXGBoost(this.fit.Rows), this.fit);
        seed = parameters.Seed;
    }

    /// <inheritdoc/>
    /// <returns>Always true: a tree that found no split is a leaf.</returns>
    public bool Grow(int round)
    {
        booster.Grow(round, fit);
        return true;
    }

    /// <inheritdoc/>
    /// <returns>Always true.</returns>
    public bool Grow(int round, Span<float> gradients, Span<float> hessians)
    {
        booster.Grow(seed + round, fit, gradients, hessians);
        return true;
    }

    /// <inheritdoc/>
    public void FitMargins(Span<float> margins) => booster.Margins(fit, margins);

    /// <inheritdoc/>
    public void StopMargins(Span<float> margins) =>
        booster.Margins(stop ?? throw new InvalidOperationException("There are no rows to stop by."), margins);

    /// <inheritdoc/>
    public TreeEnsemble Trees(int rounds) => BoosterJson.Read(booster.ToJson(), rounds);

    /// <inheritdoc/>
    public void Dispose()
    {
        booster.Dispose();
        stop?.Dispose();
        fit.Dispose();
    }

    static DMatrix Matrix(BoostingRows rows, int threads)
    {
        var matrix = new DMatrix(rows.Values.Span, rows.Columns, threads);
        matrix.SetLabels(rows.Outcomes);
        matrix.SetBaseMargins(rows.Margins);
        return matrix;
    }
}
