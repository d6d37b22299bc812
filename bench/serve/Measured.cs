namespace Soccer.Bench;

/// <summary>A figure beside its limit.</summary>
/// <param name="Name">What.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Most">The most that it may be.</param>
/// <param name="Least">The least that it must be.</param>
/// <param name="Stolen">The part of the processors' time that the host of this machine took while this was measured, 0 to 1; 0 where there is no limit, or it is none of time.</param>
sealed record Measured(string Name, double Value, string Unit, double? Most = null, double? Least = null, double Stolen = 0)
{
    public bool Met => !(Value > Most) && !(Value < Least) && !double.IsNaN(Value);

    /// <summary>
    /// Whether it is missed by no more than the host can have caused: one that takes more than a hundredth of the time can make the slowest hundredth of all requests late, which is p99,
    /// and one that takes a part of it can take that part of what is done a second.
    /// </summary>
    public bool Spoilt => !Met && (Most is null ? Value >= Least * (1 - Stolen) : Stolen > 0.01);

    public override string ToString()
    {
        var limit = Most is { } most ? $"at most {most:N0} {Unit}" : Least is { } least ? $"at least {(least < 1 ? $"{least:F2}" : $"{least:N0}")} {Unit}" : "";
        return FormattableString.Invariant($"{(Met ? " " : "!")} {Name,-72} {(Value < 100 ? $"{Value,10:F2}" : $"{Value,10:N0}")} {Unit,-9} {limit}{(Spoilt ? $"; the host took {100 * Stolen:F1}%" : "")}");
    }
}
