using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;
using Soccer.Forecasting.Models;
using Soccer.Train;

namespace Soccer.Training.Tests;

public sealed class EnsembleSpecs
{
    static readonly KindParameters Quick = new()
    {
        Boosting = new() { LearningRate = 0.2, Rounds = 40, Patience = 8, FeatureShare = 0.7 },
        StartFeatures = "strength",
        Learners = "logistic,logistic+xgboost,xgboost",
        Refit = false,
    };

    [OneTimeSetUp]
    public void Needs_the_library() => NativeLibraryPresent.OrIgnore();

    [Test]
    public void What_is_kept_is_no_worse_on_the_stop_part_than_any_part_alone()
    {
        var (set, split) = Matches(4000);
        var kept = Loss(Fit(Quick with { Folds = 2 }, set, split), set, split.Stop);
        foreach (var learner in Quick.Learners.Split(','))
            Assert.That(kept, Is.LessThanOrEqualTo(Loss(Fit(Quick with { Learners = learner }, set, split), set, split.Stop) + 1e-7), learner);
    }

    [Test]
    public void All_that_was_tried_is_scored_the_folds_by_the_parts_that_had_not_seen_them()
    {
        var (set, split) = Matches(6000);
        var fitted = KindFit.Fit(ModelKinds.ResultsOnly, set, split, Quick with { Folds = 2 }, _ => { }, CancellationToken.None)!;
        var folds = fitted.Scores.Where(score => score.Fold != FoldScore.Stop).ToArray();
        var year = TimeSplit.From(set.Dates, folds[^1].From, split.Fit);
        // The newest fold's logistic is one that was fitted on what is older.
        var logistic = LogisticFit.Fit(set, split.Fit.Start..year.Start, [0], Quick.StartRidge, CancellationToken.None);
        var alone = new KindModel("", [], [new("logistic", logistic, null)], [1], null);
        Assert.Multiple(() =>
        {
            Assert.That(fitted.Scores.Where(score => score.Fold == FoldScore.Stop).Select(score => score.Score.Forecaster),
                Is.EqualTo(new[] { "logistic", "logistic+xgboost", "xgboost", "geometric mean", "regression" }));
            Assert.That(folds.Select(score => score.Score.Forecaster), Is.EqualTo(new[] { "logistic", "logistic+xgboost", "xgboost", "logistic", "logistic+xgboost", "xgboost" }));
            Assert.That(folds.Select(score => score.From), Is.Ordered);
            Assert.That(folds[^1].To, Is.EqualTo(fitted.Fit.To));
            Assert.That(folds[3].Score.LogLoss, Is.EqualTo(Loss(alone, set, year)).Within(1e-7));
            Assert.That(fitted.StopScore!.Score.LogLoss, Is.EqualTo(fitted.Scores.Where(score => score.Fold == FoldScore.Stop).Min(score => score.Score.LogLoss)));
            Assert.That(fitted.StopScore!.Score.LogLoss, Is.EqualTo(Loss(fitted.Model, set, split.Stop)).Within(1e-6));
            Assert.That((fitted.Fit.Matches, fitted.Stop!.Matches), Is.EqualTo((set.Dates[split.Fit].Length, set.Dates[split.Stop].Length)));
        });
    }

    [Test]
    public void One_learner_needs_no_blend()
    {
        var (set, split) = Matches(2000);
        var model = Fit(Quick with { Learners = "logistic", Folds = 2 }, set, split);
        Assert.That((model.Parts.Single().Learner, model.Weights!.Single(), model.Meta), Is.EqualTo(("logistic", 1d, (MultinomialLogistic?)null)));
        Assert.That(model.Parts.Single().Trees, Is.Null);
    }

    [Test]
    public void A_refit_learns_the_stop_part_with_as_many_rounds()
    {
        var (set, split) = Matches(4000);
        var only = Quick with { Learners = "logistic+xgboost" };
        var (before, after) = (Fit(only, set, split).Parts.Single(), Fit(only with { Refit = true }, set, split).Parts.Single());
        Assert.That(after.Trees!.Rounds, Is.EqualTo(before.Trees!.Rounds));
        Assert.That(after.Start!.Weights, Is.Not.EqualTo(before.Start!.Weights));
        set.Outcomes[split.Stop.Start.Value] = (Outcome)(((int)set.Outcomes[split.Stop.Start.Value] + 1) % 3);
        Assert.That(Fit(only, set, split).Parts.Single().Start!.Weights, Is.EqualTo(before.Start.Weights), "the fit part alone");
    }

    [Test]
    public void Fixed_rounds_leave_the_stop_part_nothing_to_say()
    {
        var (set, split) = Matches(70_000);
        var parameters = Quick with { Learners = "logistic,logistic+xgboost", Refit = true, Boosting = Quick.Boosting with { FixedRounds = 3 } };
        var model = Fit(parameters, set, split);
        Assert.That(split.Fit.End.Value - split.Fit.Start.Value, Is.GreaterThan(BoostingParameters.FixedFrom));
        Assert.That(model.Parts.Select(part => part.Trees?.Rounds), Is.EqualTo(new int?[] { null, 3 }));
        Assert.That(model.Weights, Is.EqualTo(new[] { 0.5, 0.5 }));
        var all = LogisticFit.Fit(set, split.Fit.Start..split.Stop.End, [0], parameters.StartRidge, CancellationToken.None);
        Assert.That(model.Parts[0].Start!.Weights, Is.EqualTo(all.Weights), "the stop part is learnt at once");
    }

    [Test]
    public void Rounds_are_not_fixed_where_few_matches_are_to_fit()
    {
        var (set, split) = Matches(2000);
        var only = Quick with { Learners = "logistic+xgboost" };
        var (free, fixedTo) = (Fit(only, set, split), Fit(only with { Boosting = only.Boosting with { FixedRounds = 39 } }, set, split));
        Assert.That(fixedTo.Parts.Single().Trees!.Rounds, Is.EqualTo(free.Parts.Single().Trees!.Rounds).And.LessThan(39));
    }

    [Test]
    public void A_model_of_goals_is_a_learner_where_scores_are_known()
    {
        var (set, split) = Matches(2000);
        var both = Quick with { Learners = "dixon-coles,logistic" };
        Assert.That(Fit(both, set, split).Parts.Select(part => part.Learner), Is.EqualTo(new[] { "logistic" }), "no scores");

        var scored = MadeUpMatches.Scored(2000);
        var model = Fit(both with { Learners = "dixon-coles" }, scored, split);
        Assert.That(model.Parts.Single(), Has.Property("Learner").EqualTo("dixon-coles").And.Property("Goals").Not.Null);
        Assert.That(Loss(model, scored, split.Stop), Is.LessThan(1));
    }

    static (TrainingSet Set, TimeSplit Split) Matches(int count)
    {
        var set = MadeUpMatches.Set(count);
        return (set, TimeSplit.Of(set.Dates, new()));
    }

    static KindModel Fit(KindParameters parameters, TrainingSet set, TimeSplit split) =>
        KindFit.Fit(ModelKinds.ResultsOnly, set, split, parameters, _ => { }, CancellationToken.None)!.Model;

    static double Loss(KindModel model, TrainingSet set, Range matches) =>
        LogLoss.Of([.. KindFit.Forecasts(model, set, matches).Select(forecast => forecast!.Value)], set.Outcomes.AsSpan(matches));
}
