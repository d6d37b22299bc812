namespace Soccer.Bench;

/// <summary>How fast copies of a service worked.</summary>
/// <param name="Copies">How many.</param>
/// <param name="PerSecond">Messages a second.</param>
/// <param name="Busy">The share of all processors that was in use, 0 to 1.</param>
/// <param name="Own">The share that the copies used.</param>
sealed record Rate(int Copies, double PerSecond, double Busy, double Own);
