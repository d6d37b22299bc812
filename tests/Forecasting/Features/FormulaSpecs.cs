using System.Globalization;
using Soccer.Forecasting.Features;

namespace Soccer.Forecasting.Tests.Features;

/// <summary>
/// What every feature says of a fixed history, by its identity: a formula that changes without a new version would feed the models of the
/// formula before. SOCCER_ACCEPT_FORMULAS=yes dotnet test
/// tests/Forecasting writes the lines of new identities.
/// </summary>
public sealed class FormulaSpecs
{
    const string Accept = "SOCCER_ACCEPT_FORMULAS";

    static readonly string File = Path.Combine(Root(), "tests/Forecasting/Features/formulas.txt");

    [Test]
    public void A_changed_formula_has_a_new_version()
    {
        var now = Figures();
        var frozen = System.IO.File.Exists(File) ? Frozen() : [];
        if (Environment.GetEnvironmentVariable(Accept) == "yes")
        {
            foreach (var (identity, figures) in now)
                frozen.TryAdd(identity, figures);
            System.IO.File.WriteAllLines(File, frozen.OrderBy(line => line.Key, StringComparer.Ordinal).Select(line => $"{line.Key} {Text(line.Value)}"));
        }
        Assert.Multiple(() =>
        {
            foreach (var (identity, figures) in now)
            {
                Assert.That(frozen, Does.ContainKey(identity), $"{Accept}=yes dotnet test tests/Forecasting writes it");
                if (frozen.TryGetValue(identity, out var before))
                    Assert.That(figures.Zip(before).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-4 * Math.Max(1, Math.Abs(pair.Second))), Is.True,
                        $"{identity} said {Text(before)} and says {Text(figures)}: raise its Version where it is declared");
            }
        });
    }

    /// <summary>How many rows have it, its mean and its standard deviation.</summary>
    static Dictionary<string, double[]> Figures()
    {
        var random = new Random(7);
        TeamStatistics? Complete(TeamStatistics? known) => known is null
            ? null
            : known with { Fouls = (short)random.Next(20), Yellows = (short)random.Next(6), Reds = (short)random.Next(2) };
        Match[] matches =
        [
            .. RandomLeague.Of(seed: 20250201, count: 1500).Concat(WholeSeasons(random)).OrderBy(match => (match.Date, match.Id)).Select(match => match with
            {
                HomeStatistics = Complete(match.HomeStatistics), AwayStatistics = Complete(match.AwayStatistics),
                HalfTime = match.FullTime is { } score ? new Score((short)(score.Home / 2), (short)(score.Away / 2)) : null,
            }),
        ];
        var pass = FeaturePass.Create();
        List<float[]> rows = [];
        pass.Run(matches, (_, row) => rows.Add(row.ToArray()), default);
        return pass.Schema.Features.Index().ToDictionary(feature => feature.Item.Identity, feature =>
        {
            double[] known = [.. rows.Select(row => (double)row[feature.Index]).Where(double.IsFinite)];
            var mean = known.DefaultIfEmpty().Average();
            return (double[])[known.Length, mean, Math.Sqrt(known.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, known.Length))];
        });
    }

    /// <summary>Three whole seasons of ten clubs, in which there is something at stake.</summary>
    static IEnumerable<Match> WholeSeasons(Random random)
    {
        for (var season = 2020; season < 2023; season++)
            for (var round = 0; round < 18; round++)
                for (var pair = 0; pair < 5; pair++)
                {
                    // The circle method: club 9 stays, the others go round; the second half of the season turns the pairs about.
                    var (one, other) = (pair == 0 ? 9 : (round + pair) % 9, (round + 9 - pair) % 9);
                    var (home, away) = round < 9 ? (one, other) : (other, one);
                    yield return RandomLeague.Replayed(RandomLeague.Repriced(new Match
                    {
                        Id = 100_000 + season * 100 + round * 5 + pair,
                        Division = "I1",
                        Season = season,
                        Date = new DateOnly(season, 8, 15).AddDays(round * 7),
                        Home = 500 + home,
                        Away = 500 + away,
                    }, random.Next()), random.Next());
                }
    }

    static Dictionary<string, double[]> Frozen() => System.IO.File.ReadAllLines(File).Select(line => line.Split(' ')).ToDictionary(
        parts => parts[0], parts => parts[1..].Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray());

    static string Text(double[] figures) => string.Join(' ', figures.Select(figure => figure.ToString("0.######", CultureInfo.InvariantCulture)));

    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "Soccer.EventDriven.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("the checkout was not found");
        return folder.FullName;
    }
}
