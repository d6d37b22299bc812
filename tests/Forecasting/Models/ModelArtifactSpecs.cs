using System.Text;
using System.Text.Json.Nodes;
using Soccer.Forecasting.Models;

namespace Soccer.Forecasting.Tests.Models;

public sealed class ModelArtifactSpecs
{
    static readonly ModelArtifact Artifact = new()
    {
        DatasetHash = "d1",
        FeatureSetHash = "f1",
        SchemaHash = "s1",
        CodeVersion = "c1",
        FeatureNames = ["elo_difference", "rest_days"],
        Parameters = new(StringComparer.Ordinal) { ["seed"] = "1", ["depth"] = "4" },
        Boundaries = new(new(2005, 8, 1), new(2022, 6, 1), 1000, new(2022, 8, 1), new(2023, 6, 1), 100, new(2023, 8, 1), new(2024, 6, 1), 90),
        Marginals = new(0.45, 0.27, 0.28),
        Scores = [new("model", 90, 1.0123456789012345, 0.2, 0.6, 0.5, 0.01)],
        ReferencePeriod = new(new(2020, 6, 2), new(2022, 6, 1), 200),
        References = [FeatureReference.Of([1, 2, 3, 4, float.NaN]), FeatureReference.Of([7, 7, 7])],
        Kinds =
        [
            new("results-only", [],
            [
                new("xgboost", null, TreeEnsembleSpecs.OneRound),
                new("logistic+xgboost", new([0], [0.1], [0.30000000000000004], [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]), TreeEnsembleSpecs.OneRound),
            ], [0.5, 0.5], null),
            // The meta-learner takes its one part's log-probabilities as they are.
            new("market-aware", [1], [new("xgboost", null, TreeEnsembleSpecs.WithCovers)], null, new([0, 1, 2], [0, 0, 0], [1, 1, 1], [0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1])),
        ],
    };

    [Test]
    public void What_is_written_reads_back_to_the_same_bytes_and_forecasts()
    {
        var bytes = Artifact.Write();
        var read = ModelArtifact.Read(bytes, ModelArtifact.IdOf(bytes));
        float[] row = [0.7f, float.NaN];
        Assert.Multiple(() =>
        {
            Assert.That(read.Write(), Is.EqualTo(bytes));
            Assert.That(read.Predict(row), Is.EqualTo(Artifact.Predict(row)));
            Assert.That(read.Kinds[1].Parts[0].Trees!.Covers.ToArray(), Is.EqualTo(TreeEnsembleSpecs.WithCovers.Covers.ToArray()));
            Assert.That(read.Scores, Is.EqualTo(Artifact.Scores));
            Assert.That(read.References[0].Psi([1, 2, 3, 4, float.NaN]), Is.EqualTo(0).Within(1e-12));
        });
    }

    [Test]
    public void The_text_is_plain_and_in_a_fixed_order() => Assert.That(
        Encoding.UTF8.GetString(Artifact.Write()),
        Does.StartWith("""{"format":2,"datasetHash":"d1","featureSetHash":"f1","schemaHash":"s1","codeVersion":"c1","featureNames":["elo_difference","rest_days"],"parameters":{"depth":"4","seed":"1"},"boundaries":{"fitFrom":"2005-08-01",""")
        .And.Contains("""
            "marginals":[0.45,0.27,0.28],"scores":[{"forecaster":"model","matches":90,"logLoss":1.0123456789012344,
            """.Trim())
        .And.Contains("""
            "trees":{"baseScore":0.25,"roots":[0,3,6],"feature":[0,-1,-1,1,-1,-1,-1],"value":[0.5,0.1,0.2,-1,0.3,0.4,-0.5],"left":[1,0,0,4,0,0,0],"missing":"L--R---"}
            """.Trim())
        .And.Contains("""
            "missing":"L--R---","cover":[10,4,6,9.5,2.5,7,8]}
            """.Trim()));

    [Test]
    public void A_model_of_goals_is_a_part_like_others()
    {
        var kind = new KindModel("results-only", [], [new("dixon-coles", null, null, new([1], [10], [4], [0.4, 0.2], [0.1, -0.3], -0.05))], [1], null);
        var bytes = (Artifact with { Kinds = [kind] }).Write();
        var read = ModelArtifact.Read(bytes);
        Assert.That(Encoding.UTF8.GetString(bytes), Does.Contain("""
            {"learner":"dixon-coles","start":null,"trees":null,"goals":{"columns":[1],"means":[10],"scales":[4],"homeWeights":[0.4,0.2],"awayWeights":[0.1,-0.3],"rho":-0.05}}
            """.Trim()));
        Assert.That(read.Write(), Is.EqualTo(bytes));
        Assert.That(read.Predict([0, 12]), Is.EqualTo(kind.Predict([0, 12])));
        Assert.That(kind.Predict([0, 12]).Home, Is.EqualTo(DixonColes.Outcomes(Math.Exp(0.5), Math.Exp(-0.05), -0.05).Home).Within(1e-6));
        Assert.That(() => (Artifact with { FeatureNames = ["one"], References = [Artifact.References[0]], Kinds = [kind] }).Write(), Throws.TypeOf<InvalidArtifactException>().With.Message.Contains("feature 1"));
    }

    [Test]
    public void An_artifact_without_a_model_of_goals_does_not_speak_of_one() => Assert.That(Encoding.UTF8.GetString(Artifact.Write()), Does.Not.Contain("goals"));

    [Test]
    public void Parts_blend_as_a_geometric_mean()
    {
        float[] row = [0.7f, 0];
        var kind = Artifact.Of("results-only")!;
        Probabilities Alone(ModelPart part) => (kind with { Parts = [part], Weights = [1] }).Predict(row);
        var (first, second) = (Alone(kind.Parts[0]), Alone(kind.Parts[1]));
        var home = Math.Sqrt(first.Home * second.Home);
        var draw = Math.Sqrt(first.Draw * second.Draw);
        var away = Math.Sqrt(first.Away * second.Away);
        var blend = kind.Predict(row);
        Assert.That((blend.Home, blend.Draw, blend.Away), Is.EqualTo((home / (home + draw + away), draw / (home + draw + away), away / (home + draw + away)))
            .Using<(double A, double B, double C)>((x, y) => Math.Abs(x.A - y.A) + Math.Abs(x.B - y.B) + Math.Abs(x.C - y.C) < 1e-12));
        Assert.That(blend.Sum, Is.EqualTo(1).Within(1e-15));
    }

    [Test]
    public void A_changed_byte_is_refused()
    {
        var bytes = Artifact.Write();
        var id = ModelArtifact.IdOf(bytes);
        bytes[^20] ^= 1;
        Assert.That(() => ModelArtifact.Read(bytes, id), Throws.TypeOf<InvalidArtifactException>().With.Message.Contains(id));
    }

    [Test]
    public void Bytes_cut_short_are_refused() =>
        Assert.That(() => ModelArtifact.Read(Artifact.Write().AsSpan(0, 300)), Throws.TypeOf<InvalidArtifactException>().With.Message.Contains("can't be read"));

    static IEnumerable<TestCaseData> Damages()
    {
        TestCaseData Damage(string name, Action<JsonObject> damage, string message) => new TestCaseData(damage, message).SetName($"{name}_is_refused");
        yield return Damage("Another_format", root => root["format"] = 1, "format 1");
        yield return Damage("An_unknown_kind", root => root["kinds"]![1]!["kind"] = "guess", "'guess'");
        yield return Damage("An_unknown_member", root => root["mood"] = 1, "mood");
        yield return Damage("A_missing_member", root => root.Remove("schemaHash"), "schemaHash");
        yield return Damage("A_missing_format", root => root.Remove("format"), "format");
        yield return Damage("A_feature_twice", root => root["featureNames"]![1] = "elo_difference", "one twice");
        yield return Damage("A_feature_too_few", root => root["featureNames"]!.AsArray().RemoveAt(1), "2 features, and 1");
        yield return Damage("A_reference_without_its_shares", root => root["references"]![0]!["shares"] = new JsonArray(), "shares");
        yield return Damage("A_kind_twice", root => root["kinds"]![1]!["kind"] = "results-only", "each once");
        yield return Damage("A_model_without_kinds", root => root["kinds"] = new JsonArray(), "no kind");
        yield return Damage("A_model_that_serves_only_some_matches", root => root["kinds"]![0]!["needs"] = new JsonArray(1), "every match");
        yield return Damage("A_need_that_is_no_feature", root => root["kinds"]![1]!["needs"] = new JsonArray(2), "not there");
        yield return Damage("A_kind_without_parts", root => root["kinds"]![0]!["parts"] = new JsonArray(), "no part");
        yield return Damage("A_kind_without_weights_or_meta_learner", root => root["kinds"]![0]!["weights"] = null, "either");
        yield return Damage("A_meta_learner_of_parts_that_are_not_there", root => root["kinds"]![1]!["meta"]!["columns"]![2] = 3, "more than its 1 parts");
        yield return Damage("Weights_that_do_not_sum_to_one", root => root["kinds"]![0]!["weights"]![0] = 0.4, "sum to 1");
        yield return Damage("A_split_on_a_feature_that_is_not_there", root => root["kinds"]![0]!["parts"]![0]!["trees"]!["feature"]![0] = 9, "feature 9");
        yield return Damage("A_walk_that_never_ends", root => root["kinds"]![0]!["parts"]![0]!["trees"]!["left"]![0] = 0, "Node 0");
        yield return Damage("A_node_without_a_rule_for_missing_values", root => root["kinds"]![0]!["parts"]![0]!["trees"]!["missing"] = "L--", "one a node");
    }

    [TestCaseSource(nameof(Damages))]
    public void Damage_is_named(Action<JsonObject> damage, string message)
    {
        var root = JsonNode.Parse(Artifact.Write())!.AsObject();
        damage(root);
        Assert.That(() => ModelArtifact.Read(Encoding.UTF8.GetBytes(root.ToJsonString())), Throws.TypeOf<InvalidArtifactException>().With.Message.Contains(message));
    }

    [Test]
    public void The_kind_that_knows_most_of_a_match_forecasts_it()
    {
        Assert.That(Artifact.Serving([0.7f, 3]).Select(kind => kind.Kind), Is.EqualTo(new[] { "results-only", "market-aware" }));
        Assert.That(Artifact.Serving([0.7f, float.NaN]).Select(kind => kind.Kind), Is.EqualTo(new[] { "results-only" }));
        Assert.That(Artifact.Predict([0.7f, 3]), Is.EqualTo(Artifact.Of("market-aware")!.Predict([0.7f, 3])));
    }

    [Test]
    public void A_forecast_allocates_nothing()
    {
        float[] aware = [0.7f, 3], without = [0.7f, float.NaN];
        Assert.That((Artifact.MostKnowing(aware).Kind, Artifact.MostKnowing(without).Kind), Is.EqualTo(("market-aware", "results-only")));
        Artifact.Predict(aware);
        Artifact.Predict(without);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Artifact.Predict(aware);
            Artifact.Predict(without);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void A_meta_learner_reads_the_parts_log_probabilities()
    {
        float[] row = [0.7f, 3];
        var kind = Artifact.Of("market-aware")!;
        var (alone, meta) = ((kind with { Weights = [1], Meta = null }).Predict(row), kind.Predict(row));
        Assert.That(Math.Abs(alone.Home - meta.Home) + Math.Abs(alone.Draw - meta.Draw) + Math.Abs(alone.Away - meta.Away), Is.LessThan(1e-6));
    }

    [Test]
    public void A_row_of_another_length_is_refused() =>
        Assert.That(() => Artifact.Predict([1, 2, 3]), Throws.ArgumentException.With.Message.Contains("3 values").And.Message.Contains("has 2"));
}
