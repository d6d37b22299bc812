namespace Soccer.Hosting.Database;

/// <summary>Rows of a service that are deleted once they were kept long enough.</summary>
/// <param name="Rows">What they are, for the log: answers.</param>
/// <param name="Days">How long they are kept; null for ever.</param>
/// <param name="DeleteSome">
/// Deletes some of those from before a time in one short transaction and returns how many; 0 where none is left. It leaves what anything
/// else refers to.
/// </param>
public sealed record RetentionRule(string Rows, int? Days, Func<DateTime, CancellationToken, Task<int>> DeleteSome);
