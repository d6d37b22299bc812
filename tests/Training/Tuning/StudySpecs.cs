using System.Text.Json;
using Soccer.Train;
using Soccer.Train.Tuning;

namespace Soccer.Training.Tests.Tuning;

public sealed class StudySpecs
{
    static readonly Study Any = new("results-only", "dataset", "features", "schema", new(2025, 2, 1), "code", "XGBoost 1.7.4", 9, 1, 600, new());

    [Test]
    public void The_id_is_that_of_its_content()
    {
        Assert.That((Any with { }).Id(), Is.EqualTo(Any.Id()).And.Match("^[0-9a-f]{64}$"));
        Study[] others =
        [
            Any with { Kind = "market-memory" }, Any with { DatasetHash = "-" }, Any with { FeatureSetHash = "-" }, Any with { SchemaHash = "-" },
            Any with { AsOf = new(2025, 2, 2) }, Any with { CodeVersion = "-" }, Any with { Library = "-" }, Any with { Trials = 10 }, Any with { Seed = 2 },
            Any with { SecondsLimit = 601 }, Any with { Parameters = new() { ResultsOnly = new() { Boosting = new() { Ridge = 11 } } } },
            Any with { Parameters = new() { Split = new() { StopDays = 364 } } },
        ];
        Assert.That(others.Select(other => other.Id()).Append(Any.Id()), Is.Unique);
    }

    [Test]
    public void The_id_survives_being_written_and_read() =>
        Assert.That((Any with { Parameters = JsonSerializer.Deserialize<TrainingParameters>(JsonSerializer.Serialize(Any.Parameters))! }).Id(), Is.EqualTo(Any.Id()));

    [Test]
    public void The_chosen_point_stands_in_the_parameters_that_the_artifact_describes()
    {
        var described = Any.At(new TrialPoint(3, 0.0303, 183, 0.488, 0.963, 7.98)).Described();
        Assert.That(
            new[] { "depth", "learningRate", "leafWeight", "featureShare", "matchShare", "ridge" }.Select(name => described[$"results-only.{name}"]),
            Is.EqualTo((string[])["3", "0.0303", "183", "0.488", "0.963", "7.98"]));
    }

    [TestCase("results-only")]
    [TestCase("market-memory")]
    [TestCase("market-aware")]
    public void Only_the_study_s_kind_is_tuned(string kind)
    {
        var point = new TrialPoint(3, 0.0303, 183, 0.488, 0.963, 7.98);
        var tuned = (Any with { Kind = kind }).At(point);
        foreach (var other in new[] { "results-only", "market-memory", "market-aware" })
            Assert.That(TrialPoint.Of(tuned.Of(other).Boosting), Is.EqualTo(other == kind ? point : TrialPoint.Of(Any.Parameters.Of(other).Boosting)));
    }

    [Test]
    public void Another_code_or_library_does_not_go_on_with_it()
    {
        Assert.That(() => Any.Demand("code", "XGBoost 1.7.4"), Throws.Nothing);
        Assert.That(() => Any.Demand("newer", "XGBoost 1.7.4"), Throws.InvalidOperationException.With.Message.Contains("Start its run again"));
        Assert.That(() => Any.Demand("code", "XGBoost 2"), Throws.InvalidOperationException);
    }
}
