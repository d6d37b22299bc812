namespace Soccer.Api.Problems;

/// <summary>A request that can't be carried out as it is; the answer is a problem of status 400 that names the field.</summary>
/// <param name="field">The field, as the caller wrote it: asOf, division.</param>
/// <param name="value">What was in it.</param>
/// <param name="advice">What is wrong, and what to do.</param>
/// <param name="suggestions">Values that would do, nearest first.</param>
public sealed class InvalidInputException(string field, string? value, string advice, IReadOnlyList<string>? suggestions = null) : Exception(advice)
{
    /// <summary>Its type, where it is not just a value that can't be.</summary>
    internal ProblemType Type { get; init; } = ProblemTypes.InvalidValue;

    public string Field { get; } = field;

    public string? Value { get; } = value;

    public IReadOnlyList<string> Suggestions { get; } = suggestions ?? [];
}
