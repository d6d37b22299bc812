namespace Soccer.Source.World;

/// <summary>One division of a simulated country.</summary>
/// <param name="Code">As in file names: E0, SP2, ARG.</param>
/// <param name="Teams">An even number of clubs.</param>
/// <param name="Meetings">How often two clubs meet in a season: 2, or 4 as in Scotland.</param>
/// <param name="Relegated">Clubs that go down after a season, and as many come up from below.</param>
public sealed record DivisionPlan(string Code, int Teams, int Meetings, int Relegated)
{
    /// <summary>Rounds of a season.</summary>
    public int Rounds => (Teams - 1) * Meetings;
}
