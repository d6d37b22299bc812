namespace Soccer.Bench;

/// <summary>A figure beside its limit.</summary>
/// <param name="Name">What.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Most">The most that it may be.</param>
/// <param name="Least">The least that it must be.</param>
sealed record Measured(string Name, double Value, string Unit, double? Most = null, double? Least = null)
{
    public bool Met => !(Value > Most) && !(Value < Least) && !double.IsNaN(Value);

    public override string ToString()
    {
        var limit = Most is { } most ? $"at most {most:N0} {Unit}" : Least is { } least ? $"at least {(least < 1 ? $"{least:F2}" : $"{least:N0}")} {Unit}" : "";
        return FormattableString.Invariant($"{(Met ? " " : "!")} {Name,-72} {(Value < 100 ? $"{Value,10:F2}" : $"{Value,10:N0}")} {Unit,-9} {limit}");
    }
}
