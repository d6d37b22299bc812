using Soccer.Forecasting;
using Soccer.Forecasting.Models;
using Soccer.Train;

namespace Soccer.Training.Tests;

public sealed class ModelFitSpecs
{
    static readonly TrainingSources Sources = new("dataset", "features", "schema", "code", "XGBoost 1.7.4, LightGBM none");
    static readonly KindParameters QuickKind = new() { Boosting = new() { LearningRate = 0.2, Rounds = 60, Patience = 8, FeatureShare = 0.7 }, StartFeatures = "strength" };
    static readonly TrainingParameters Quick = new() { ResultsOnly = QuickKind, MarketMemory = QuickKind, MarketAware = QuickKind };

    [OneTimeSetUp]
    public void Needs_the_library() => NativeLibraryPresent.OrIgnore();

    [Test]
    public void The_same_matches_give_the_same_bytes()
    {
        var set = MadeUpMatches.Set(3000);
        var first = Train(set);
        Assert.That(Train(MadeUpMatches.Set(3000)).Bytes, Is.EqualTo(first.Bytes));
        Assert.That(first.ModelId, Is.EqualTo(ModelArtifact.IdOf(first.Bytes)));
    }

    [Test]
    public void One_other_result_gives_another_model()
    {
        var set = MadeUpMatches.Set(3000);
        var id = Train(set).ModelId;
        set.Outcomes[1500] = (Outcome)(((int)set.Outcomes[1500] + 1) % 3);
        Assert.That(Train(set).ModelId, Is.Not.EqualTo(id));
    }

    [Test]
    public void The_file_forecasts_as_the_model_that_was_judged()
    {
        var set = MadeUpMatches.Set(3000, opening: _ => new Prices(2, 3.6, 4));
        var trained = Train(set);
        var read = ModelArtifact.Read(trained.Bytes, trained.ModelId);
        var split = TimeSplit.Of(set.Dates, Quick.Split);
        Assert.That(Evaluation.Scores(set, split.HoldOut, read.Marginals, [.. read.Kinds.Select(kind => (kind.Kind, KindFit.Forecasts(kind, set, split.HoldOut)))]), Is.EqualTo(read.Scores));
        Assert.That(read.Scores.Select(score => score.Forecaster), Does.Contain("market opening"));
    }

    [Test]
    public void What_each_kind_says_of_the_hold_out_is_kept_and_is_what_it_was_judged_by()
    {
        var set = MadeUpMatches.Set(3000);
        var trained = Train(set);
        var kind = trained.Kinds.Single();
        var split = TimeSplit.Of(set.Dates, Quick.Split);
        Assert.Multiple(() =>
        {
            Assert.That(kind.HoldOut.Matches, Is.EqualTo(set.Matches[split.HoldOut]));
            Assert.That(
                Forecasting.Metrics.LogLoss.Of([.. kind.HoldOut.Forecasts.Select(forecast => forecast!.Value)], set.Outcomes.AsSpan(split.HoldOut)),
                Is.EqualTo(trained.Artifact.Scores[1].LogLoss));
            Assert.That((kind.Cost.Seconds, kind.Cost.PeakBytes), Is.GreaterThan((0d, 0L)));
            Assert.That(trained.Artifact.Parameters["libraries"], Is.EqualTo("XGBoost 1.7.4, LightGBM none"));
        });
    }

    [Test]
    public void It_beats_the_class_marginals_where_there_is_something_to_know()
    {
        var scores = Train(MadeUpMatches.Set(3000)).Artifact.Scores;
        Assert.That(scores[1].Forecaster, Is.EqualTo("results-only"));
        Assert.That(scores[1].LogLoss, Is.LessThan(scores[0].LogLoss - 0.08));
    }

    [Test]
    public void Shuffled_results_teach_nothing()
    {
        var scores = Train(MadeUpMatches.Set(6000, shuffled: true)).Artifact.Scores;
        Assert.That(scores[1].LogLoss, Is.GreaterThan(scores[0].LogLoss - 0.004));
    }

    [Test]
    public void Four_hundred_matches_of_one_division_are_enough()
    {
        var trained = Train(MadeUpMatches.Set(400));
        Assert.That(trained.Artifact.Boundaries.FitRows + trained.Artifact.Boundaries.StopRows + trained.Artifact.Boundaries.HoldOutRows, Is.LessThan(400));
        Assert.That(trained.Artifact.Predict([1.5f, 0, float.NaN]).Home, Is.GreaterThan(trained.Artifact.Predict([-1.5f, 0, float.NaN]).Home + 0.2));
    }

    [Test]
    public void Trees_start_from_even_chances_where_the_schema_has_none_of_the_named_features()
    {
        var trained = ModelFit.Train(MadeUpMatches.Set(1000), Sources, Quick with { ResultsOnly = QuickKind with { StartFeatures = "unheard_of" } }, TimeProvider.System, _ => { }, CancellationToken.None);
        Assert.That(trained.Artifact.Kinds.Single().Parts.Single().Start, Is.Null);
    }

    [Test]
    public void The_reference_is_the_newest_two_years_of_the_fit_part()
    {
        // 1,000 days of play every seventh day over 19 years; more than two years of them to fit.
        var set = MadeUpMatches.Set(10000);
        var trained = Train(set).Artifact;
        Assert.That(trained.ReferencePeriod.To, Is.EqualTo(trained.Boundaries.FitTo));
        Assert.That(trained.ReferencePeriod.From, Is.InRange(trained.Boundaries.FitTo.AddYears(-2).AddDays(1), trained.Boundaries.FitTo.AddYears(-2).AddDays(7)));
        Assert.That(trained.References[2].Shares[^1], Is.EqualTo(0.25).Within(0.05), "a quarter is missing");
    }

    [Test]
    public void Nothing_newer_than_the_fit_and_stop_parts_touches_the_trees()
    {
        var set = MadeUpMatches.Set(3000);
        var split = TimeSplit.Of(set.Dates, Quick.Split);
        var before = Train(set).Artifact.Kinds.Single().Parts.Single();
        for (var match = split.HoldOut.Start.Value; match < set.Count; match++)
            set.Outcomes[match] = Outcome.AwayWin;

        var after = Train(set).Artifact.Kinds.Single().Parts.Single();
        Assert.That(after.Trees!.Nodes.ToArray(), Is.EqualTo(before.Trees!.Nodes.ToArray()));
        Assert.That(after.Start!.Weights, Is.EqualTo(before.Start!.Weights));
    }

    static TrainedModel Train(TrainingSet set) => ModelFit.Train(set, Sources, Quick, TimeProvider.System, _ => { }, CancellationToken.None);
}
