using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;
using Soccer.Forecasting.Models;
using Soccer.Tables.Train;
using Soccer.Train;
using Soccer.Train.Backtesting;
using Soccer.Train.Experiments;

namespace Soccer.Training.Tests.Experiments;

public sealed class ExperimentSpecs
{
    static readonly TrainingSources Sources = new("dataset", "features", "schema", "code", "XGBoost 1.7.4, LightGBM none");
    static readonly KindParameters Logistic = new() { Learners = "logistic", StartFeatures = "strength" };
    static readonly TrainingSet Set = MadeUpMatches.Set(3000);
    static readonly BacktestMatches Matches = new(Set, [.. Set.Dates.Select(date => date.Month >= 7 ? date.Year : date.Year - 1)], new Prices?[3000]);
    static readonly BacktestSeason Season = BacktestSeason.Of(Matches, 2023, warmUpYears: 1);

    static readonly Experiment Any = Of(new(Guid.Empty, 2023), Logistic);

    [Test]
    public void Its_id_says_what_was_to_be_done_and_for_whom_and_not_what_came_of_it()
    {
        Experiment[] same = [Any with { Cost = new(1, 2) }, Any with { ModelId = "m" }, Any with { Fitted = Any.Fitted with { Scores = [.. Any.Fitted.Scores, .. Any.Fitted.Scores] } }];
        Experiment[] others =
        [
            Any with { Owner = ExperimentOwner.Of(Guid.NewGuid(), 2023) }, Any with { Owner = ExperimentOwner.Of(Guid.Empty, 2022) }, Any with { Owner = ExperimentOwner.Of(Guid.Empty) },
            Any with { Sources = Sources with { DatasetHash = "-" } }, Any with { Sources = Sources with { FeatureSetHash = "-" } }, Any with { Sources = Sources with { SchemaHash = "-" } },
            Any with { Sources = Sources with { CodeVersion = "-" } }, Any with { Sources = Sources with { Libraries = "-" } },
            Any with { Parameters = new() { ["results-only.startRidge"] = "299" } }, Any with { Fitted = Any.Fitted with { Fit = Any.Fitted.Fit with { Matches = 1 } } },
            Any with { Fitted = Any.Fitted with { Model = Any.Fitted.Model with { Kind = "market-memory" } } },
        ];
        Assert.That(same.Select(experiment => experiment.Id()), Is.All.EqualTo(Any.Id()).And.All.Match("^[0-9a-f]{64}$"));
        Assert.That(others.Append(Any).Select(experiment => experiment.Id()), Is.Unique);
    }

    [Test]
    public void A_test_season_judges_on_all_of_its_matches_first()
    {
        var fit = Fit(Logistic);
        var judged = fit.Judged(Set, Season);
        Outcome[] outcomes = [.. Season.Rows.Select(row => Set.Outcomes[row])];
        Assert.Multiple(() =>
        {
            Assert.That(judged.Select(score => (score.Fold, score.Score.Forecaster, score.Score.Matches)), Is.EqualTo(new[]
            {
                ("2023/24", "results-only", 530), ("2023/24", "results-only, main divisions", 530),
            }));
            Assert.That((judged[0].From, judged[0].To), Is.EqualTo((new DateOnly(2023, 7, 1), new DateOnly(2024, 6, 29))));
            Assert.That(judged[0].Score.LogLoss, Is.EqualTo(LogLoss.Of([.. fit.Forecasts.Forecasts.Select(forecast => forecast!.Value)], outcomes)));
            Assert.That(Any.Headline, Is.EqualTo(judged[0]));
            Assert.That((Any with { Judged = [] }).Headline, Is.EqualTo(Any.Fitted.StopScore), "a trial's is that of the stop part");
        });
    }

    [Test]
    public void It_says_on_what_it_was_fitted_and_stopped() => Assert.Multiple(() =>
    {
        // As the season was cut: see the specs of seasons.
        Assert.That((Any.Fitted.Fit.From, Any.Fitted.Fit.To), Is.EqualTo((new DateOnly(2020, 7, 25), new DateOnly(2022, 6, 25))));
        Assert.That(Any.Fitted.Stop, Is.EqualTo(new MatchSpan(new(2022, 7, 2), new(2023, 6, 24), 520)));
        Assert.That((Any.Fitted.Blend, Any.Fitted.Rounds), Is.EqualTo(("logistic", 0)));
    });

    [Test]
    public void A_cost_is_measured_while_the_fit_runs()
    {
        byte[] held = [];
        var before = FitCost.Of(TimeProvider.System, () => 0).Cost;
        var (length, cost) = FitCost.Of(TimeProvider.System, () =>
        {
            held = GC.AllocateUninitializedArray<byte>(200_000_000);
            Array.Fill(held, (byte)1);
            return held.Length;
        });
        Assert.Multiple(() =>
        {
            Assert.That(length, Is.EqualTo(held.Length));
            Assert.That(cost.Seconds, Is.GreaterThan(0));
            Assert.That(cost.PeakBytes, Is.GreaterThan(200_000_000).And.GreaterThanOrEqualTo(before.PeakBytes));
        });
    }

    static Experiment Of((Guid Backtest, int Season) owner, KindParameters parameters)
    {
        var fit = Fit(parameters);
        return new(
            ExperimentOwner.Of(owner.Backtest, owner.Season), Sources, new TrainingParameters().Described(parameters.Described("results-only")), fit.Fitted!, fit.Cost,
            fit.Judged(Set, Season));
    }

    static SeasonFit Fit(KindParameters parameters) =>
        SeasonFit.Of(ModelKinds.ResultsOnly, Set, Season, parameters, TimeProvider.System, _ => { }, CancellationToken.None);
}
