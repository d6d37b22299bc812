using Soccer.Forecasting.Models;

namespace Soccer.Train;

/// <summary>What a training made.</summary>
/// <param name="Artifact">The model.</param>
/// <param name="Bytes">Its file.</param>
/// <param name="ModelId">SHA-256 of the file, lower-case hex.</param>
public sealed record TrainedModel(ModelArtifact Artifact, byte[] Bytes, string ModelId);
