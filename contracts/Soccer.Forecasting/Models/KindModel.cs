namespace Soccer.Forecasting.Models;

/// <summary>The forecaster of one kind: its parts, and how their forecasts become one.</summary>
/// <param name="Kind">results-only, market-memory or market-aware.</param>
/// <param name="Needs">Features that a row must have for this kind to say anything: the match's own price.</param>
/// <param name="Parts">What it blends.</param>
/// <param name="Weights">A weight a part, above 0, which sum to 1: the forecast is the weighted geometric mean of the parts'. None where <paramref name="Meta"/> is given.</param>
/// <param name="Meta">A regression on the parts' log-probabilities, three a part, in the place of weights.</param>
public sealed record KindModel(string Kind, int[] Needs, ModelPart[] Parts, double[]? Weights, MultinomialLogistic? Meta)
{
    /// <summary>Whether the kind has anything to say of a row.</summary>
    public bool Serves(ReadOnlySpan<float> row)
    {
        foreach (var feature in Needs)
            if (float.IsNaN(row[feature]))
                return false;

        return true;
    }

    /// <summary>The forecast of a row that it <see cref="Serves"/>.</summary>
    /// <param name="row">One value a feature of the schema; <see cref="float.NaN"/> is missing.</param>
    public Probabilities Predict(ReadOnlySpan<float> row)
    {
        Span<float> margins = stackalloc float[TreeEnsemble.Classes * Parts.Length];
        for (var part = 0; part < Parts.Length; part++)
            Parts[part].Margins(row, margins.Slice(TreeEnsemble.Classes * part, TreeEnsemble.Classes));

        return Combine(margins);
    }

    /// <summary>One forecast of the parts' margins, three a part.</summary>
    public Probabilities Combine(ReadOnlySpan<float> margins)
    {
        if (Meta is not null)
        {
            Span<float> logs = stackalloc float[margins.Length];
            LogProbabilities(margins, logs);
            Span<float> combined = stackalloc float[TreeEnsemble.Classes];
            Meta.Margins(logs, combined);
            return Softmax.Of(combined[0], combined[1], combined[2]);
        }

        var (home, draw, away) = (0d, 0d, 0d);
        for (var part = 0; part < Parts.Length; part++)
        {
            var of = margins.Slice(TreeEnsemble.Classes * part, TreeEnsemble.Classes);
            home += Weights![part] * of[0];
            draw += Weights[part] * of[1];
            away += Weights[part] * of[2];
        }

        return Softmax.Of(home, draw, away);
    }

    /// <summary>Margins to log-probabilities: what a meta-learner reads, so that a constant in a part's margins means nothing.</summary>
    public static void LogProbabilities(ReadOnlySpan<float> margins, Span<float> logs)
    {
        for (var at = 0; at < margins.Length; at += TreeEnsemble.Classes)
        {
            var p = Softmax.Of(margins[at], margins[at + 1], margins[at + 2]);
            (logs[at], logs[at + 1], logs[at + 2]) = (Log(p.Home), Log(p.Draw), Log(p.Away));
        }

        static float Log(double p) => (float)Math.Log(Math.Max(p, Metrics.LogLoss.Floor));
    }
}
