using Soccer.Contracts;

namespace Soccer.Featurize;

/// <summary>Whether a run trains, and why in words: what the step remembers.</summary>
public sealed record TrainingDecision(bool Train, string Reason);

/// <summary>Decides whether a run trains a model.</summary>
public static class Retraining
{
    /// <summary>The decision.</summary>
    /// <param name="wish">What the run asks for.</param>
    /// <param name="force">Whether the run computes every step again.</param>
    /// <param name="trials">Sets of parameters that the run tries.</param>
    /// <param name="championSchema">The feature schema that the champion reads; none where there is no champion.</param>
    /// <param name="builtSchema">The feature schema that was built.</param>
    /// <param name="championKnowsLater">Whether the champion has learnt results of days after the run's: what it says of them is no forecast.</param>
    /// <param name="newResults">Results that the champion's dataset does not have; below zero where it has more, as it does for a run of an earlier day.</param>
    /// <param name="enough">Results that make an automatic run train.</param>
    public static TrainingDecision Decide(
        Training wish, bool force, int trials, string? championSchema, string builtSchema, bool championKnowsLater, int? newResults, int enough) => wish switch
        {
            _ when championSchema is null => new(true, "there is no champion"),
            _ when championSchema != builtSchema => new(true, "the champion reads another feature schema"),
            _ when championKnowsLater => new(true, "the champion has learnt results of days after the run's"),
            Training.Always => new(true, "the run asks for training"),
            Training.Never => new(false, "the run asks for no training"),
            _ when trials > 0 => new(true, $"the run tries {trials} sets of parameters"),
            _ when force => new(true, "the run computes everything again"),
            _ when newResults >= enough => new(true, $"{newResults} results since the champion's dataset"),
            _ when newResults is < 0 and var fewer => new(false, $"the champion's dataset has {-fewer} results more: there is nothing new to learn"),
            _ => new(false, $"only {newResults ?? 0} results since the champion's dataset, fewer than {enough}"),
        };
}
