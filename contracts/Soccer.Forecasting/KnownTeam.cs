namespace Soccer.Forecasting;

/// <summary>A team: its name is its own within its country.</summary>
public sealed record KnownTeam(long Id, string Country, string Name);
