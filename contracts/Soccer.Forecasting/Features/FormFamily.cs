using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Features;

/// <summary>
/// Form in one statistic: exponentially weighted means of what a team made and let, over its last matches at any venue and at the venue of this match. Each counts from
/// the division's mean for the side (<see cref="DivisionMeans"/>), and is pulled towards it as if by two matches, so that a team seen little is an average one. Half-lives are
/// in the team's own matches. Missing for a team of which the statistic was never seen.
/// </summary>
public sealed class FormFamily(Statistic statistic) : IFeatureFamily
{
    const double PriorMatches = 2;

    static readonly int[] HalfLives = [5, 20];
    static readonly double[] Decays = [.. HalfLives.Select(halfLife => ExponentiallyWeighted.Decay(halfLife))];

    // A row has three blocks, one a venue; a block has (sum made, sum let, weight) for each half-life.
    const int Any = 0;
    const int AtHome = 6;
    const int Away = 12;

    readonly StateTable<long> teams = StateTable.OfTeams(18);
    readonly DivisionMeans means = new(statistic);

    public string Name { get; } = $"{Statistics.NameOf(statistic)}_form";

    public IReadOnlyList<Feature> Features { get; } =
    [
        .. from venue in (string[])["overall", "venue"]
           from halfLife in HalfLives
           let name = $"{Statistics.NameOf(statistic)}_form_{venue}_{halfLife}"
           let word = $"{Statistics.WordOf(statistic)} a match above the division's mean, {(venue == "venue" ? "at this venue, " : "")}half-life {halfLife} matches"
           from feature in (Feature[])
           [
               new($"{name}_difference", $"{word}: made less let by the home team, less the same of the away team"),
               new($"{name}_home", $"{word}: made by the home team plus let by the away team"),
               new($"{name}_away", $"{word}: made by the away team plus let by the home team"),
           ]
           select feature,
    ];

    public void Describe(Match match, Span<float> values)
    {
        var (home, away) = (teams.TryFind(match.Home, out var first) ? first : null, teams.TryFind(match.Away, out var second) ? second : null);
        for (var i = 0; i < HalfLives.Length; i++)
        {
            Write(home, Any, away, Any, i, values[(3 * i)..]);
            Write(home, AtHome, away, Away, i, values[(3 * (HalfLives.Length + i))..]);
        }
    }

    public void Learn(Match match)
    {
        if (!Statistics.TryRead(match, statistic, out var home, out var away))
            return;

        var mean = means.Of(match.Division);
        means.Learn(match.Division, home, away);
        Learn(teams.Of(match.Home), AtHome, home - mean.Home, away - mean.Away);
        Learn(teams.Of(match.Away), Away, away - mean.Away, home - mean.Home);
    }

    public void Save(BinaryWriter writer)
    {
        teams.Save(writer);
        means.Save(writer);
    }

    public void Load(BinaryReader reader)
    {
        teams.Load(reader);
        means.Load(reader);
    }

    static void Write(double[]? home, int homeBlock, double[]? away, int awayBlock, int halfLife, Span<float> values)
    {
        var (homeMade, homeLet) = Read(home, homeBlock + 3 * halfLife);
        var (awayMade, awayLet) = Read(away, awayBlock + 3 * halfLife);
        values[0] = (float)(homeMade - homeLet - awayMade + awayLet);
        values[1] = (float)(homeMade + awayLet);
        values[2] = (float)(awayMade + homeLet);
    }

    static (double Made, double Let) Read(double[]? row, int at) => row is null || row[at + 2] == 0
        ? (double.NaN, double.NaN)
        : (new ExponentiallyWeighted(row[at], row[at + 2]).Towards(0, PriorMatches), new ExponentiallyWeighted(row[at + 1], row[at + 2]).Towards(0, PriorMatches));

    static void Learn(double[] row, int venue, double made, double let)
    {
        for (var i = 0; i < Decays.Length; i++)
        {
            Add(row.AsSpan(Any + 3 * i, 3), made, let, Decays[i]);
            Add(row.AsSpan(venue + 3 * i, 3), made, let, Decays[i]);
        }
    }

    static void Add(Span<double> mean, double made, double let, double decay)
    {
        mean[0] = decay * mean[0] + made;
        mean[1] = decay * mean[1] + let;
        mean[2] = decay * mean[2] + 1;
    }
}
