using Soccer.Contracts;
using Soccer.Featurize;

namespace Soccer.Services.Tests.Featurizing;

sealed class RetrainingSpecs
{
    const string Built = "built", Other = "other";

    [TestCase(Training.Auto, null, null, true, "there is no champion")]
    [TestCase(Training.Never, null, null, true, "there is no champion")]
    [TestCase(Training.Always, null, null, true, "there is no champion")]
    [TestCase(Training.Auto, Other, 0, true, "the champion reads another feature schema")]
    [TestCase(Training.Never, Other, 0, true, "the champion reads another feature schema")]
    [TestCase(Training.Always, Built, 0, true, "the run asks for training")]
    [TestCase(Training.Never, Built, 1000, false, "the run asks for no training")]
    [TestCase(Training.Auto, Built, 99, false, "only 99 results since the champion's dataset, fewer than 100")]
    [TestCase(Training.Auto, Built, 100, true, "100 results since the champion's dataset")]
    [TestCase(Training.Auto, Built, -3, false, "the champion's dataset has 3 results more: there is nothing new to learn")]
    [TestCase(Training.Auto, Built, null, false, "only 0 results since the champion's dataset, fewer than 100")]
    public void Decides(Training wish, string? championSchema, int? newResults, bool train, string reason) =>
        Assert.That(Retraining.Decide(wish, force: false, trials: 0, championSchema, Built, championKnowsLater: false, newResults, enough: 100), Is.EqualTo(new TrainingDecision(train, reason)));

    [TestCase(Training.Auto)]
    [TestCase(Training.Never)]
    public void Trains_where_the_champion_has_learnt_what_the_run_is_to_forecast(Training wish) => Assert.That(
        Retraining.Decide(wish, force: false, trials: 0, Built, Built, championKnowsLater: true, newResults: -300, enough: 100),
        Is.EqualTo(new TrainingDecision(true, "the champion has learnt results of days after the run's")));

    [TestCase(Training.Auto, true, "the run computes everything again")]
    [TestCase(Training.Never, false, "the run asks for no training")]
    public void Trains_where_the_run_is_forced_unless_it_wants_none(Training wish, bool train, string reason) =>
        Assert.That(Retraining.Decide(wish, force: true, trials: 0, Built, Built, championKnowsLater: false, newResults: 0, enough: 100), Is.EqualTo(new TrainingDecision(train, reason)));

    [TestCase(Training.Auto, true, "the run tries 9 sets of parameters")]
    [TestCase(Training.Never, false, "the run asks for no training")]
    public void Trains_where_the_run_tries_parameters_unless_it_wants_none(Training wish, bool train, string reason) =>
        Assert.That(
            Retraining.Decide(wish, force: false, trials: 9, Built, Built, championKnowsLater: false, newResults: 0, enough: 100), Is.EqualTo(new TrainingDecision(train, reason)));
}
