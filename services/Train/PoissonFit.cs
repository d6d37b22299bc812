using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Soccer.Train;

/// <summary>
/// Fits a Poisson regression of counts on a log scale by Microsoft.ML's L-BFGS: Σ (rate − count · ln rate) + ridge/2 · Σ weights². The
/// intercept is not penalised.
/// </summary>
/// <remarks>
/// Nelder and Wedderburn 1972, "Generalized linear models"; Liu and Nocedal 1989, "On the limited memory BFGS method for large scale
/// optimization".
/// </remarks>
public static class PoissonFit
{
    // The gain at which the library stops. With many matches a smaller one costs seconds and gains nothing (docs/adr/0022); with few it costs none.
    const float Tolerance = 1e-6f, ToleranceOfFew = 1e-9f;

    /// <summary>
    /// The weights at which the loss is least, the intercept first. The same rows give the same bits: the library works with one thread.
    /// </summary>
    /// <param name="features">Standardised features, match by match.</param>
    /// <param name="counts">What was counted, 0 or more.</param>
    /// <param name="ridge">The penalty on weights, 0 or more.</param>
    /// <param name="cancellation">Asked at every row: the library itself takes no token.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static double[] Fit(float[][] features, int[] counts, double ridge, CancellationToken cancellation)
    {
        var width = features[0].Length;
        var library = new MLContext(seed: 0);
        var schema = SchemaDefinition.Create(typeof(Row));
        // The library has no empty vectors; without features it gets one that is always 0.
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Math.Max(1, width));
        var trainer = library.Regression.Trainers.LbfgsPoissonRegression(new LbfgsPoissonRegressionTrainer.Options
        {
            L1Regularization = 0,
            L2Regularization = (float)ridge,
            NumberOfThreads = 1,
            OptimizationTolerance = counts.Length < BoostingParameters.FixedFrom ? ToleranceOfFew : Tolerance,
            DenseOptimizer = true,
        });
        var model = trainer.Fit(library.Data.LoadFromEnumerable(Rows(features, counts, cancellation), schema)).Model;
        return [model.Bias, .. model.Weights.Take(width).Select(weight => (double)weight)];
    }

    /// <summary>The library reads a row before it asks for the next, so that one object serves for all.</summary>
    static IEnumerable<Row> Rows(float[][] features, int[] counts, CancellationToken cancellation)
    {
        var row = new Row();
        for (var match = 0; match < counts.Length; match++)
        {
            cancellation.ThrowIfCancellationRequested();
            row.Features = features[match] is { Length: > 0 } values ? values : [0];
            row.Label = counts[match];
            yield return row;
        }
    }

    /// <summary>Columns by the names that the library's trainers look for.</summary>
    sealed class Row
    {
        public float[] Features { get; set; } = [];

        public float Label { get; set; }
    }
}
