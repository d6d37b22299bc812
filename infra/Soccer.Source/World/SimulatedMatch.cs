namespace Soccer.Source.World;

/// <summary>A match of the world, played, with everything that is known of it.</summary>
public sealed record SimulatedMatch
{
    public required string Division { get; init; }

    /// <summary>The year in which the season begins.</summary>
    public required int Season { get; init; }
    public required DateOnly Date { get; init; }
    public required TimeOnly KickOff { get; init; }

    /// <summary>The day it should have been played, where that day passed without it and the file still shows it.</summary>
    public DateOnly? PostponedFrom { get; init; }
    public required string Home { get; init; }
    public required string Away { get; init; }
    public required string Referee { get; init; }

    /// <summary>Expected goals: the truth behind the score.</summary>
    public required double HomeLambda { get; init; }
    public required double AwayLambda { get; init; }

    /// <summary>The true probabilities of the three outcomes.</summary>
    public required (double Home, double Draw, double Away) Truth { get; init; }
    public required (int Home, int Away) Goals { get; init; }
    public required (int Home, int Away) HalfTime { get; init; }
    public required SideStatistics HomeSide { get; init; }
    public required SideStatistics AwaySide { get; init; }

    /// <summary>Prices of the Friday or Tuesday before.</summary>
    public required Market Opening { get; init; }

    /// <summary>Prices at kick-off.</summary>
    public required Market Closing { get; init; }
}
