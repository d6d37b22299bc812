namespace Soccer.Bench;

/// <summary>Something that was measured.</summary>
/// <param name="Name">What.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">Of what: s, µs, GB, or nothing for a ratio.</param>
/// <param name="Limit">The most that it may be; none where it is only told.</param>
/// <param name="ProcessorSeconds">What the processors did meanwhile, all of them together: it hardly grows where others need them too.</param>
public sealed record Figure(string Name, double Value, string Unit, double? Limit = null, double? ProcessorSeconds = null)
{
    /// <summary>Whether it is within its limit.</summary>
    public bool Met => !(Value > Limit);
}
