using Microsoft.ML;
using Microsoft.ML.Data;
using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;

namespace Soccer.Training.Tests;

/// <summary>Our metrics against those of Microsoft.ML, on random forecasts.</summary>
public sealed class ReferenceMetricsSpecs
{
    static readonly MulticlassClassificationMetrics Reference;
    static readonly Probabilities[] Forecasts;
    static readonly Outcome[] Outcomes;

    static ReferenceMetricsSpecs()
    {
        var random = new Random(11);
        float[][] scores = [.. Enumerable.Range(0, 5000).Select(_ => Normalised([random.NextSingle() + 0.01f, random.NextSingle() + 0.01f, random.NextSingle() + 0.01f]))];
        Outcomes = [.. scores.Select(_ => (Outcome)random.Next(3))];
        Forecasts = [.. scores.Select(p => new Probabilities(p[0], p[1], p[2]))];
        var library = new MLContext(seed: 0);
        Reference = library.MulticlassClassification.Evaluate(library.Data.LoadFromEnumerable(scores.Select((p, match) => new Row
        {
            Label = (uint)Outcomes[match],
            Score = p,
            PredictedLabel = (uint)Array.IndexOf(p, p.Max()),
        })));
    }

    [Test]
    public void The_log_loss_is_the_same() => Assert.That(Forecasts.Zip(Outcomes, LogLoss.Of).Average(), Is.EqualTo(Reference.LogLoss).Within(1e-6));

    [Test]
    public void The_accuracy_is_the_same() => Assert.That(Accuracy.Of(Forecasts, Outcomes), Is.EqualTo(Reference.MicroAccuracy).Within(1e-12));

    static float[] Normalised(float[] of) => [.. of.Select(value => value / of.Sum())];

    sealed class Row
    {
        [KeyType(3)]
        public uint Label { get; set; }

        [VectorType(3)]
        public float[] Score { get; set; } = [];

        [KeyType(3)]
        public uint PredictedLabel { get; set; }
    }
}
