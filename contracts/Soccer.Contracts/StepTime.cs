namespace Soccer.Contracts;

/// <summary>How a stage's step ran.</summary>
/// <param name="CodeVersion">Hash of the sources that made the result.</param>
/// <param name="Started">When the step began, UTC.</param>
/// <param name="Seconds">How long it took. Near zero where a stored result was used.</param>
/// <param name="Remembered">True where the stored result of the same step was used.</param>
public sealed record StepTime(string CodeVersion, DateTime Started, double Seconds, bool Remembered);
