using Soccer.Forecasting.Models;

namespace Soccer.Train.LightGBM;

/// <summary>LightGBM growing trees on rows that it holds, always along derivatives that are computed here, so that a leaf's weight means what it does with XGBoost.</summary>
public sealed class LightGBMGrower : ITreeGrower
{
    readonly Dataset fit;
    readonly Dataset? stop;
    readonly Booster booster;
    readonly SoftLoss outcomes;

    /// <summary>Copies the rows into the library.</summary>
    /// <param name="fit">Rows to fit.</param>
    /// <param name="stop">Rows to stop by, if any.</param>
    /// <param name="parameters">How trees are grown.</param>
    /// <exception cref="LightGBMException">The library is missing or refused a parameter.</exception>
    public LightGBMGrower(BoostingRows fit, BoostingRows? stop, BoostingParameters parameters)
    {
        var named = parameters.ForLightGBM(fit.Outcomes.Length);
        this.fit = Rows(fit, named, null);
        this.stop = stop is null ? null : Rows(stop, named, this.fit);
        booster = new(named, this.fit, this.stop);
        outcomes = SoftLoss.OfOutcomes(fit);
    }

    /// <inheritdoc/>
    public bool Grow(int round) => outcomes.Grow(this, round);

    /// <inheritdoc/>
    public bool Grow(int round, Span<float> gradients, Span<float> hessians) => booster.Grow(gradients, hessians);

    /// <inheritdoc/>
    public void FitMargins(Span<float> margins) => booster.FitMargins(margins);

    /// <inheritdoc/>
    public void StopMargins(Span<float> margins) => booster.StopMargins(margins);

    /// <inheritdoc/>
    public TreeEnsemble Trees(int rounds) => rounds == 0 ? new(0, [], []) : ModelText.Read(booster.ToText(rounds));

    /// <inheritdoc/>
    public void Dispose()
    {
        booster.Dispose();
        stop?.Dispose();
        fit.Dispose();
    }

    static Dataset Rows(BoostingRows rows, IReadOnlyDictionary<string, string> parameters, Dataset? like)
    {
        var dataset = new Dataset(rows.Values.Span, rows.Columns, parameters, like);
        dataset.SetLabels(rows.Outcomes);
        dataset.SetBaseMargins(rows.Margins);
        return dataset;
    }
}
