using System.Globalization;
using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;

namespace Soccer.Promote;

/// <summary>The newest matches, as one kind of a model and its rivals forecast them.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Days">The matches' days.</param>
/// <param name="Outcomes">What happened.</param>
/// <param name="Model">The model's forecasts.</param>
/// <param name="Champion">What the champion says of the same matches; none where there is no champion.</param>
/// <param name="Marginals">The class marginals of the matches that the model was fitted on.</param>
public sealed record HoldOut(
    string Kind, DateOnly[] Days, Outcome[] Outcomes, Probabilities[] Model, ChampionForecasts? Champion, Probabilities Marginals)
{
    /// <summary>What the last year's champions before this one say of the same matches.</summary>
    public IReadOnlyList<PastChampion> Past { get; init; } = [];
}

/// <summary>A model that was champion.</summary>
/// <param name="ModelId">Its id.</param>
/// <param name="Said">What it says of a model's newest matches.</param>
public sealed record PastChampion(string ModelId, ChampionForecasts Said);

/// <summary>What a champion says of a model's newest matches.</summary>
/// <param name="Serves">Whether it reads the features that are built, and so can forecast at all.</param>
/// <param name="Forecasts">One a match; none where it has not the kind, or has learnt the match, or, of a champion that does not serve, has
/// not kept what it said.</param>
/// <param name="Unreadable">Why its artifact can't be read; null where it can.</param>
public sealed record ChampionForecasts(bool Serves, Probabilities?[] Forecasts, string? Unreadable = null);

/// <summary>How far a model came, and what it showed.</summary>
/// <param name="Reached">Smoke, candidate, champion: the aliases it earned, in order.</param>
/// <param name="Evidence">A line a check, with its figure.</param>
/// <param name="Failed">The lines of the checks that failed.</param>
public sealed record Verdict(IReadOnlyList<string> Reached, string[] Evidence, string[] Failed);

/// <summary>The checks between a trained model and the champion's place. Pure.</summary>
public static class PromotionGates
{
    /// <summary>Forecasts must sum to one within this.</summary>
    const double SumTolerance = 1e-9;

    /// <summary>A model whose forecasts differ less than this from match to match does not react to what it is told.</summary>
    const double LeastSpread = 0.005;

    /// <summary>Judges a model: every kind that it forecasts must pass every check.</summary>
    public static Verdict Judge(IReadOnlyList<HoldOut> kinds, PromoteOptions options)
    {
        List<string> reached = [], evidence = [];
        (string Alias, Func<HoldOut, IEnumerable<(bool Passed, string Line)>> Check)[] checks =
        [
            (Tables.Promote.Aliases.Smoke, holdOut => [Smoke(holdOut)]),
            (Tables.Promote.Aliases.Candidate, holdOut => [BeatsMarginals(holdOut)]),
            (Tables.Promote.Aliases.Champion, holdOut => [NotWorseThanChampion(holdOut, options), .. NotWorseThanPast(holdOut, options)]),
        ];
        foreach (var (alias, check) in checks)
        {
            var results = kinds.SelectMany(check).ToList();
            evidence.AddRange(results.Select(result => result.Line));
            if (results.Any(result => !result.Passed))
                return new Verdict(reached, [.. evidence], [.. results.Where(result => !result.Passed).Select(result => result.Line)]);
            reached.Add(alias);
        }
        return new Verdict(reached, [.. evidence], []);
    }

    static (bool Passed, string Line) Smoke(HoldOut holdOut)
    {
        if (holdOut.Model.Length == 0)
            return (false, $"smoke, {holdOut.Kind}: there are no matches to try the model on");
        var sums = holdOut.Model.Count(forecast => !(Math.Abs(forecast.Sum - 1) <= SumTolerance) || Math.Min(Math.Min(forecast.Home, forecast.Draw), forecast.Away) < 0);
        if (sums > 0)
        {
            var fault = sums == 1 ? "does not sum to one or has" : "do not sum to one or have";
            return (false, $"smoke, {holdOut.Kind}: {sums} of {Forecasts(holdOut)} {fault} a negative probability");
        }
        var mean = holdOut.Model.Average(forecast => forecast.Home);
        var spread = Math.Sqrt(holdOut.Model.Average(forecast => (forecast.Home - mean) * (forecast.Home - mean)));
        var sum = $"{Forecasts(holdOut)} {(holdOut.Model.Length == 1 ? "sums" : "sum")} to one";
        return (spread >= LeastSpread, Line($"smoke, {holdOut.Kind}: {sum}; home wins spread by {spread:0.0000}, at least {LeastSpread}"));
    }

    static (bool Passed, string Line) BeatsMarginals(HoldOut holdOut)
    {
        var model = Losses(holdOut.Model, holdOut.Outcomes).Average();
        var marginals = holdOut.Outcomes.Average(outcome => LogLoss.Of(holdOut.Marginals, outcome));
        return (model < marginals, Line($"candidate, {holdOut.Kind}: log loss {model:0.0000} on {Matches(holdOut.Outcomes.Length)}, class marginals {marginals:0.0000}"));
    }

    static (bool Passed, string Line) NotWorseThanChampion(HoldOut holdOut, PromoteOptions options)
    {
        if (holdOut.Champion is not { } champion || CommonLosses.Of(holdOut, champion) is not { } common)
            return (true, $"champion, {holdOut.Kind}: there is none to compare with on these matches");
        var rival = champion.Serves ? "the champion's" : "that of the champion, which reads other features,";
        return Compare(holdOut, rival, champion.Serves, common, options);
    }

    /// <summary>A little worse than the champion, again and again, is much worse than the best; so past ones count too.</summary>
    static IEnumerable<(bool Passed, string Line)> NotWorseThanPast(HoldOut holdOut, PromoteOptions options)
    {
        foreach (var past in holdOut.Past.Where(past => past.Said.Unreadable is not null))
            yield return (true, $"champion, {holdOut.Kind}: the past champion {past.ModelId} is left out: {past.Said.Unreadable}");
        var rivals = holdOut.Past
            .Select(past => (past.ModelId, past.Said.Serves, Common: CommonLosses.Of(holdOut, past.Said)))
            // What one that reads other features has said of a few days proves nothing.
            .Where(past => past.Common is not null && (past.Serves || past.Common.Days.Distinct().Count() >= PairedComparison.LeastDays))
            .OrderByDescending(past => past.Common!.Mean)
            .ToList();
        // An interval takes a while. The best decides, unless it reads other features and is passed by its interval; then the next may
        // still fail.
        var best = rivals.TakeWhile((_, at) => at == 0 || !rivals[at - 1].Serves).Select(Judged).ToList();
        if (best.Count > 0)
            yield return best.FirstOrDefault(rival => !rival.Passed, best[0]);

        (bool Passed, string Line) Judged((string ModelId, bool Serves, CommonLosses? Common) rival) => Compare(
            holdOut,
            $"that of {rival.ModelId}, the best of {rivals.Count} past champions,{(rival.Serves ? "" : " which reads other features,")}",
            rival.Serves, rival.Common!, options);
    }

    /// <summary>
    /// Whether a model's log loss is not worse than a rival's by more than the limit. A rival that reads other features forecasts nothing
    /// any more: who takes its place need only not be worse by more than luck.
    /// </summary>
    static (bool Passed, string Line) Compare(HoldOut holdOut, string rival, bool serves, CommonLosses common, PromoteOptions options)
    {
        var difference = PairedBootstrap.Difference(common.Model, common.Rival, common.Days, options.Seed);
        var figure = Line($"{difference.Mean:+0.00000;-0.00000} [{difference.Low:+0.00000;-0.00000}, {difference.High:+0.00000;-0.00000}]");
        var limit = Line($"{(serves ? "" : "its low end ")}at most {options.NotWorseThan:+0.00000}");
        return (
            (serves ? difference.Mean : difference.Low) <= options.NotWorseThan,
            $"champion, {holdOut.Kind}: log loss minus {rival} {figure} on {Matches(common.Days.Length)}, {limit}");
    }

    static string Forecasts(HoldOut holdOut) => $"{holdOut.Model.Length} {(holdOut.Model.Length == 1 ? "forecast" : "forecasts")}";

    static string Matches(int count) => $"{count} {(count == 1 ? "match" : "matches")}";

    static double[] Losses(Probabilities[] forecasts, Outcome[] outcomes) => [.. forecasts.Zip(outcomes, LogLoss.Of)];

    static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);

    /// <summary>Log losses on the matches that a model and a rival both forecast.</summary>
    /// <param name="Model">The model's.</param>
    /// <param name="Rival">The rival's.</param>
    /// <param name="Days">The matches' days.</param>
    sealed record CommonLosses(double[] Model, double[] Rival, DateOnly[] Days)
    {
        /// <summary>The mean of the model's minus the rival's.</summary>
        public double Mean { get; } = Model.Average() - Rival.Average();

        /// <summary>Null where the two have no match in common.</summary>
        public static CommonLosses? Of(HoldOut holdOut, ChampionForecasts rival)
        {
            int[] common = [.. rival.Forecasts.Index().Where(match => match.Item is not null).Select(match => match.Index)];
            if (common.Length == 0)
                return null;
            Outcome[] outcomes = [.. common.Select(match => holdOut.Outcomes[match])];
            return new(
                Losses([.. common.Select(match => holdOut.Model[match])], outcomes),
                Losses([.. common.Select(match => rival.Forecasts[match]!.Value)], outcomes),
                [.. common.Select(match => holdOut.Days[match])]);
        }
    }
}
