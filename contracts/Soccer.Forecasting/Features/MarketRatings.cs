using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Features;

/// <summary>
/// Every team's <see cref="SupremacyRating"/>, by the prices of past matches, and every division's home advantage. A team is known within its country, so one that comes up or goes
/// down keeps its rating; one never priced, or not for <see cref="LongestAway"/> days, is a newcomer and starts below its division. A part of several families; each has its own.
/// </summary>
sealed class MarketRatings(double rate)
{
    /// <summary>Days after which a rating tells nothing: a team that spends a season in a league without prices comes back as a newcomer.</summary>
    const int LongestAway = 400;

    /// <summary>By how much a division's newcomers, most of them promoted from a league without prices, are rated below its mean.</summary>
    const double Newcomer = 0.4;

    /// <summary>By how much a division is weaker than the one above it.</summary>
    const double PerLevel = 0.9;

    const double UsualAdvantage = 0.4;
    const double PriorMatches = 20;
    static readonly double Decay = ExponentiallyWeighted.Decay(250);

    readonly SupremacyRating rating = new(rate);
    // A row: rating, day of the last price, season, priced matches in it.
    readonly StateTable<long> teams = StateTable.OfTeams(4);
    // A row: sum of home advantages, sum of both teams' ratings, weight.
    readonly StateTable<string> divisions = StateTable.OfDivisions(3);

    /// <summary>The supremacy to expect of a match; not a number where its division was never priced.</summary>
    public double Expected(Match match) =>
        divisions.TryFind(match.Division, out var division) ? AdvantageOf(division) + Of(match.Home, match) - Of(match.Away, match) : double.NaN;

    /// <summary>A team's rating above the mean of its division; not a number where the division was never priced.</summary>
    public double AboveMean(long team, Match match) => divisions.TryFind(match.Division, out var division) ? Of(team, match) - MeanOf(division, match.Division) : double.NaN;

    /// <summary>Learns a price.</summary>
    /// <returns>What it was above the supremacy expected.</returns>
    public double Learn(Match match, double supremacy)
    {
        var (home, away) = (Of(match.Home, match), Of(match.Away, match));
        var division = divisions.Of(match.Division);
        var error = supremacy - (AdvantageOf(division) + home - away);
        var weight = new ExponentiallyWeighted(0, division[2]).Add(0, Decay).Weight;
        (division[0], division[1], division[2]) = (Decay * division[0] + supremacy - home + away, Decay * division[1] + (home + away) / 2, weight);
        Move(match.Home, match, home, error);
        Move(match.Away, match, away, -error);
        return error;
    }

    public void Save(BinaryWriter writer)
    {
        teams.Save(writer);
        divisions.Save(writer);
    }

    public void Load(BinaryReader reader)
    {
        teams.Load(reader);
        divisions.Load(reader);
    }

    static double AdvantageOf(double[] division) => new ExponentiallyWeighted(division[0], division[2]).Towards(UsualAdvantage, PriorMatches);

    static double MeanOf(double[] division, string code) => new ExponentiallyWeighted(division[1], division[2]).Towards(LevelOf(code), PriorMatches);

    static double LevelOf(string division) => -PerLevel * (Levels.Of(division) - 1);

    double Of(long team, Match match)
    {
        if (teams.TryFind(team, out var row) && match.Date.DayNumber - row[1] <= LongestAway)
            return row[0];

        return (divisions.TryFind(match.Division, out var division) ? MeanOf(division, match.Division) : LevelOf(match.Division)) - Newcomer;
    }

    void Move(long team, Match match, double before, double error)
    {
        var row = teams.Of(team);
        var played = match.Season > row[2] ? 0 : row[3];
        (row[0], row[1], row[2], row[3]) = (before + rating.RateAfter((int)played) * error, match.Date.DayNumber, Math.Max(match.Season, row[2]), played + 1);
    }
}
