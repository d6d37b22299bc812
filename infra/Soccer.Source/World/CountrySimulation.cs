namespace Soccer.Source.World;

/// <summary>Plays a country's divisions season after season, moving clubs up and down in between.</summary>
public sealed class CountrySimulation(WorldPlan world, CountryPlan country)
{
    const double HomeAdvantage = .25;
    static readonly string[] Referees = ["A Pell", "R Marlow", "T Quist", "D Harrow", "M Jur\u00e1n", "S Dray", "K Oakes", "P Lindqvist", "J Brand", "C Weir"];

    /// <summary>All matches, by season and division, within a division in the order of play.</summary>
    public IEnumerable<SimulatedMatch> Play()
    {
        var clubs = Club.All(world.Seed, country);
        var waiting = new Queue<Club>(clubs[^country.Waiting..]);
        var levels = new List<Club[]>();
        foreach (var plan in country.Divisions) levels.Add(clubs[levels.Sum(l => l.Length)..][..plan.Teams]);
        // The calendar year that a European season ends in is the one that a calendar-year league plays.
        var first = country.League is null ? world.FirstSeason : world.FirstSeason + 1;
        for (var season = first; season < first + world.Seasons; season++)
        {
            for (var level = 0; level < levels.Count; level++)
            {
                var played = PlaySeason(country.Divisions[level], levels[level], season);
                foreach (var match in played) yield return match;
                levels[level] = LeagueTable.Final(levels[level], played);
            }
            MoveUpAndDown(levels, waiting);
            foreach (var club in clubs) club.Summer();
        }
    }

    List<SimulatedMatch> PlaySeason(DivisionPlan plan, Club[] clubs, int season)
    {
        var dice = Dice.Named(world.Seed, $"schedule of {plan.Code} {season}");
        return [.. SeasonSchedule.Of(plan, clubs, season, country.League is not null, dice).Select(a => PlayMatch(plan, a, season))];
    }

    SimulatedMatch PlayMatch(DivisionPlan plan, Appointment appointment, int season)
    {
        var (home, away) = (appointment.Home, appointment.Away);
        home.DriftTo(appointment.Date);
        away.DriftTo(appointment.Date);
        var dice = Dice.Named(world.Seed, $"{plan.Code} {appointment.Date:yyyy-MM-dd} {home.Name} {away.Name}");
        var homeLambda = country.AwayGoals * Math.Exp(HomeAdvantage + home.HomeEdge + home.Attack - away.Defence);
        var awayLambda = country.AwayGoals * Math.Exp(away.Attack - home.Defence);
        var grid = new ScoreGrid(homeLambda, awayLambda);
        var goals = grid.At(dice.Uniform());
        var (opening, closing) = Market.Of(homeLambda, awayLambda, dice);
        return new()
        {
            Division = plan.Code,
            Season = season,
            Date = appointment.Date,
            KickOff = appointment.KickOff,
            PostponedFrom = appointment.PostponedFrom,
            Home = home.Name,
            Away = away.Name,
            Referee = Referees[dice.Below(Referees.Length)],
            HomeLambda = homeLambda,
            AwayLambda = awayLambda,
            Truth = (grid.Home, grid.Draw, grid.Away),
            Goals = goals,
            HalfTime = (FirstHalf(goals.Home, dice), FirstHalf(goals.Away, dice)),
            HomeSide = SideStatistics.Of(homeLambda, goals.Home, dice),
            AwaySide = SideStatistics.Of(awayLambda, goals.Away, dice),
            Opening = opening,
            Closing = closing,
        };
    }

    static int FirstHalf(int goals, Dice dice) => Enumerable.Range(0, goals).Count(_ => dice.Chance(.44));

    // Levels come in as final tables. Swaps at every border are taken from the tables as they ended, so no club moves twice.
    void MoveUpAndDown(List<Club[]> levels, Queue<Club> waiting)
    {
        var tables = levels.Select(l => l.ToArray()).ToArray();
        for (var level = 0; level < levels.Count; level++)
        {
            var down = country.Divisions[level].Relegated;
            var below = level + 1 < levels.Count;
            for (var k = 0; k < down; k++)
            {
                var place = tables[level].Length - down + k;
                var falling = tables[level][place];
                levels[level][place] = below ? tables[level + 1][k] : waiting.Dequeue();
                if (below) levels[level + 1][k] = falling;
                else waiting.Enqueue(falling);
            }
        }
    }
}
