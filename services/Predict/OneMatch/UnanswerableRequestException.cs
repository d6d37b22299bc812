using Soccer.Tables.Predict;

namespace Soccer.Predict.OneMatch;

/// <summary>A request that can't be answered, and whose fault it is.</summary>
/// <param name="field">The field that is wrong; empty where the request is not to blame.</param>
/// <param name="message">What is wrong, and what to do.</param>
/// <param name="suggestions">For a team: the nearest known names.</param>
public sealed class UnanswerableRequestException(string field, string message, params string[] suggestions) : Exception(message)
{
    /// <summary>As it is answered: control characters of the request are shown as \u0000, which the database can hold.</summary>
    public Refusal Refusal { get; } = new(
        field, string.Concat(message.Select(letter => char.IsControl(letter) ? $@"\u{(int)letter:X4}" : $"{letter}")), suggestions);
}
