using System.Text.Json.Serialization;
using Soccer.Cli.Services;
using Soccer.Forecasting;

namespace Soccer.Cli.Forecasts;

/// <summary>Forecasts as the Api answers them.</summary>
sealed record FixturesView(
    DateOnly? AsOf, string? ModelId, int? DatasetVersion, int? FeatureSetVersion, DateOnly? From, DateOnly? To, string? Note,
    string? Next, IReadOnlyList<FixtureView> Fixtures, DateTime? ToComeFrom = null)
{
    /// <summary>Asks for fixtures, page after page.</summary>
    /// <param name="api">The Api.</param>
    /// <param name="path">Path and query of the first page.</param>
    /// <param name="cancellation">Ends the asking.</param>
    public static async Task<FixturesView> Ask(ApiClient api, string path, CancellationToken cancellation)
    {
        var view = await api.Get<FixturesView>(path, cancellation);
        while (view.Next is { } next)
        {
            var page = await api.Get<FixturesView>(next.TrimStart('/'), cancellation);
            view = page with { Fixtures = [.. view.Fixtures, .. page.Fixtures] };
        }

        return view;
    }
}

/// <summary>A match with its forecast.</summary>
sealed record FixtureView(
    string Division, string League, DateOnly Date, string Home, string Away, OutcomeView HomeWin, OutcomeView Draw, OutcomeView AwayWin,
    string Kind, string? EdgeKind, long MatchId = 0, TimeOnly? KickOff = null, DateTime? KickOffAt = null,
    string? ModelId = null, int? FeatureSetVersion = null, bool? HasKickedOff = null)
{
    /// <summary>The instant of the kick-off, UTC; null if the time of day is unknown.</summary>
    [JsonIgnore]
    public DateTime? Instant => KickOffAt?.ToUniversalTime() ?? (KickOff is { } time ? London.InstantOf(Date, time) : null);

    /// <summary>Home win, draw and away win.</summary>
    [JsonIgnore]
    public OutcomeView[] Outcomes => [HomeWin, Draw, AwayWin];
}

/// <summary>An outcome with its probability, fair odds, and the market's best price.</summary>
sealed record OutcomeView(
    double Probability, double FairOdds, double? BestPrice, string? BestPriceAt, double? Edge, double? Market = null, double? EdgeProbability = null);

/// <summary>A match with its forecast and every bookmaker's odds.</summary>
sealed record FixtureDetailView(
    string League, DateOnly Date, TimeOnly? KickOff, string Home, string Away, OutcomeView HomeWin, OutcomeView Draw, OutcomeView AwayWin,
    string ModelId, string Kind, string? EdgeKind, IReadOnlyList<KindView> Kinds, GoalsView? Goals, int FeatureSetVersion, DateOnly AsOf,
    string? Alias, int DatasetVersion, DateTime? OddsAsOf, MarketView? Best, IReadOnlyList<MarketView> Markets);

/// <summary>One kind's probabilities.</summary>
sealed record KindView(string Kind, double HomeWin, double Draw, double AwayWin);

/// <summary>A bookmaker's odds, or the best of all.</summary>
sealed record MarketView(
    string? Bookmaker, bool IsAggregate, double? Overround, string? Unusable, PriceView HomeWin, PriceView Draw, PriceView AwayWin,
    string? Name = null, bool IsExchange = false);

/// <summary>Odds for one outcome, the probability that they imply by three methods, and the forecast's edge and stake.</summary>
sealed record PriceView(
    double? Odds, string? Bookmaker, double? Multiplicative, double? Power, double? Shin, double? Edge,
    double? QuarterKelly, double? Commission = null);

/// <summary>A forecast of one match.</summary>
sealed record ForecastView(
    string Division, string Home, string Away, DateOnly Date, double HomeWin, double Draw, double AwayWin, double[] FairOdds, string ModelId,
    string? Kind, int FeatureSetVersion, GoalsView? Goals, string? EdgeKind = null, MarketView? Market = null, WhyView? Explanation = null);

/// <summary>The goals that a forecast expects.</summary>
sealed record GoalsView(double Home, double Away, double BothScore, double Over25, IReadOnlyList<ScoreView> Scores);

/// <summary>A score and its probability.</summary>
sealed record ScoreView(int Home, int Away, double Probability);

/// <summary>Why a forecast is what it is.</summary>
sealed record ExplanationView(
    long MatchId, string Home, string Away, string Division, DateOnly Date, string ModelId, string Kind, int FeatureSetVersion,
    EffectView Base, IReadOnlyList<FamilyView> Families, EffectView Margin, KindView Probability, bool HasKickedOff = false);

/// <summary>Why the forecast of predict is what it is.</summary>
sealed record WhyView(EffectView Base, IReadOnlyList<FamilyView> Families, EffectView Margin);

/// <summary>An effect on the margin of each outcome.</summary>
sealed record EffectView(double HomeWin, double Draw, double AwayWin)
{
    /// <summary>The largest of the three, whatever its sign.</summary>
    public double Size => Math.Max(Math.Abs(HomeWin), Math.Max(Math.Abs(Draw), Math.Abs(AwayWin)));
}

/// <summary>The effect of a family of features.</summary>
sealed record FamilyView(string Family, EffectView Effect, IReadOnlyList<FeatureView> Largest);

/// <summary>The effect of a feature.</summary>
sealed record FeatureView(string Feature, string? Meaning, double? Value, EffectView Effect);
