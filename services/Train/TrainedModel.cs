using Soccer.Forecasting.Models;
using Soccer.Tables.Train;
using Soccer.Train.Experiments;

namespace Soccer.Train;

/// <summary>What a training made.</summary>
/// <param name="Artifact">The model.</param>
/// <param name="Bytes">Its file.</param>
/// <param name="ModelId">SHA-256 of the file, lower-case hex.</param>
/// <param name="Kinds">How each of its kinds came about.</param>
public sealed record TrainedModel(ModelArtifact Artifact, byte[] Bytes, string ModelId, TrainedKind[] Kinds);

/// <summary>How a kind of a model came about.</summary>
/// <param name="Fitted">Its fit.</param>
/// <param name="Cost">What that cost.</param>
/// <param name="HoldOut">What it says of the hold-out.</param>
public sealed record TrainedKind(FittedKind Fitted, FitCost Cost, MatchForecasts HoldOut);
