namespace Soccer.Source.Challenge;

/// <summary>A plain file that can't be used as it is.</summary>
/// <param name="reason">File, line, field and value where there are such, and what to do.</param>
public sealed class PlainFileException(string reason) : Exception(reason);
