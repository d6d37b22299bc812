using Soccer.Tables.Validate;

namespace Soccer.Validate.Matching;

/// <summary>What is bet on.</summary>
public enum OddsMarket : short
{
    /// <summary>Home, draw, away.</summary>
    Result = 0,

    /// <summary>Over or under 2.5 goals.</summary>
    OverUnder = 1,

    /// <summary>Home or away, with a handicap on the home team.</summary>
    AsianHandicap = 2,
}

/// <summary>One bookmaker's prices for a match, in decimal odds. A struct, because a mirror has four million of them.</summary>
/// <param name="Bookmaker">The canonical code.</param>
/// <param name="Phase">Opening or closing.</param>
/// <param name="Market">What is bet on.</param>
/// <param name="Line">The home team's handicap in goals, a multiple of a quarter; not a number for other markets.</param>
/// <param name="First">Home, or over.</param>
/// <param name="Second">Draw, under, or away on the Asian handicap.</param>
/// <param name="Third">Away, for 1X2; not a number for others.</param>
public readonly record struct CanonicalOdds(
    string Bookmaker, OddsPhase Phase, OddsMarket Market, float Line, float First, float Second, float Third);
