namespace Soccer.Source.World;

/// <summary>
/// A club and its strengths of the day, on a log scale common to the country: expected goals are exp(base + attack − the other's defence).
/// Strengths drift as a mean-reverting walk (Ornstein-Uhlenbeck) around a form that moves in the summer around the club's size.
/// </summary>
public sealed class Club
{
    const double ReversionPerDay = .006, WalkPerRootDay = .0115;
    readonly double sizeAttack, sizeDefence;
    readonly Dice drift;
    double formAttack, formDefence;
    DateOnly? asOf;

    Club(string name, double quality, Dice dice)
    {
        Name = name;
        drift = dice;
        sizeAttack = quality + .07 * dice.Normal();
        sizeDefence = .8 * quality + .06 * dice.Normal();
        HomeEdge = .05 * dice.Normal();
        (formAttack, formDefence) = (sizeAttack, sizeDefence);
        (Attack, Defence) = (sizeAttack + .05 * dice.Normal(), sizeDefence + .05 * dice.Normal());
    }

    public string Name { get; }
    public double Attack { get; private set; }
    public double Defence { get; private set; }

    /// <summary>What this club's ground adds to the country's home advantage, on the log scale.</summary>
    public double HomeEdge { get; }

    /// <summary>All clubs of a country, the biggest first.</summary>
    public static Club[] All(ulong seed, CountryPlan country)
    {
        var dice = Dice.Named(seed, $"size of {country.Name}");
        var sizes = ClubNames.Of(country)
            .Select(name => (Name: name, Quality: .27 * dice.Normal()))
            .OrderByDescending(c => c.Quality + .06 * dice.Normal());
        return [.. sizes.Select(c => new Club(c.Name, c.Quality, Dice.Named(seed, $"drift of {c.Name}")))];
    }

    /// <summary>Lets strengths drift to this day; a day before the last one changes nothing.</summary>
    public void DriftTo(DateOnly day)
    {
        var days = asOf is { } last ? day.DayNumber - last.DayNumber : 0;
        asOf = day;
        if (days <= 0) return;
        var stay = Math.Exp(-ReversionPerDay * days);
        var spread = WalkPerRootDay * Math.Sqrt((1 - stay * stay) / (2 * ReversionPerDay));
        Attack = formAttack + stay * (Attack - formAttack) + spread * drift.Normal();
        Defence = formDefence + stay * (Defence - formDefence) + spread * drift.Normal();
    }

    /// <summary>A summer of transfers.</summary>
    public void Summer()
    {
        formAttack = sizeAttack + .75 * (formAttack - sizeAttack) + .06 * drift.Normal();
        formDefence = sizeDefence + .75 * (formDefence - sizeDefence) + .06 * drift.Normal();
    }
}
