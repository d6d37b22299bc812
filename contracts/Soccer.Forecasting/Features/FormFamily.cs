using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Features;

/// <summary>
/// Form in one statistic: the exponentially weighted mean of what a team made less what it let, over its last matches at any venue and at the venue of this match. It counts from
/// the division's mean for the side (<see cref="DivisionMeans"/>), and is pulled towards it as if by two matches, so that a team seen little is an average one. Half-lives are
/// in the team's own matches. Missing for a team of which the statistic was never seen.
/// </summary>
public sealed class FormFamily(Statistic statistic) : IFeatureFamily
{
    const double PriorMatches = 2;

    static readonly int[] HalfLives = [5, 20];
    static readonly double[] Decays = [.. HalfLives.Select(halfLife => ExponentiallyWeighted.Decay(halfLife))];

    // A row has three blocks, one a venue; a block has (sum, weight) for each half-life.
    const int Anywhere = 0;
    const int AtHome = 4;
    const int Away = 8;

    readonly StateTable<long> teams = StateTable.OfTeams(12);
    readonly DivisionMeans means = new(statistic);

    public string Name { get; } = $"{Statistics.NameOf(statistic)}_form";

    public IReadOnlyList<Feature> Features { get; } =
    [
        .. from venue in (string[])["overall", "venue"]
           from halfLife in HalfLives
           let name = $"{Statistics.NameOf(statistic)}_form_{venue}_{halfLife}_difference"
           let unit = $"{Statistics.WordOf(statistic)} a match above the division's mean, {(venue == "venue" ? "at this venue, " : "")}half-life {halfLife} matches"
           select new Feature(name, $"{unit}: made less let by the home team, less the same of the away team"),
    ];

    public void Describe(Match match, Span<float> values)
    {
        var (home, away) = (teams.TryFind(match.Home, out var first) ? first : null, teams.TryFind(match.Away, out var second) ? second : null);
        for (var i = 0; i < HalfLives.Length; i++)
        {
            values[i] = (float)(Surplus(home, Anywhere + 2 * i) - Surplus(away, Anywhere + 2 * i));
            values[HalfLives.Length + i] = (float)(Surplus(home, AtHome + 2 * i) - Surplus(away, Away + 2 * i));
        }
    }

    public void Learn(Match match)
    {
        if (!Statistics.TryRead(match, statistic, out var home, out var away))
            return;

        var mean = means.Of(match.Division);
        means.Learn(match.Division, home, away);
        var surplus = home - mean.Home - (away - mean.Away);
        Learn(teams.Of(match.Home), AtHome, surplus);
        Learn(teams.Of(match.Away), Away, -surplus);
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

    static double Surplus(double[]? row, int at) =>
        row is null || row[at + 1] == 0 ? double.NaN : new ExponentiallyWeighted(row[at], row[at + 1]).Towards(0, PriorMatches);

    static void Learn(double[] row, int venue, double surplus)
    {
        for (var i = 0; i < Decays.Length; i++)
        {
            Learn(row.AsSpan(Anywhere + 2 * i, 2), surplus, Decays[i]);
            Learn(row.AsSpan(venue + 2 * i, 2), surplus, Decays[i]);
        }
    }

    static void Learn(Span<double> mean, double surplus, double decay) =>
        (mean[0], mean[1]) = new ExponentiallyWeighted(mean[0], mean[1]).Add(surplus, decay);
}
