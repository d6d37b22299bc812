using System.Net.Http.Json;
using System.Text.Json;

namespace Soccer.Api.Tests.Http;

/// <summary>The record of fits over HTTP, on a real database.</summary>
public sealed class ExperimentSpecs : ApiSpecs
{
    [OneTimeSetUp]
    public async Task Start()
    {
        await Fit("e1", "trial", "results-only", "'11111111-1111-1111-1111-111111111111', 'study', 4, 2, null, null, null", "stop", 10);
        await Fit("e2", "final", "results-only", "'11111111-1111-1111-1111-111111111111', null, null, null, null, null, 'model'", "hold-out", 11);
        await Fit("e3", "final", "market-aware", "'11111111-1111-1111-1111-111111111111', null, null, null, null, null, 'model'", "hold-out", 12);
        await Fit("e4", "backtest", "market-aware", "null, null, null, null, '22222222-2222-2222-2222-222222222222', 2023, null", "2023/24", 13);
    }

    [TestCase("", "e4 e3 e2 e1")]
    [TestCase("?purpose=final", "e3 e2")]
    [TestCase("?kind=market-aware", "e4 e3")]
    [TestCase("?purpose=final&kind=results-only", "e2")]
    [TestCase("?limit=1", "e4")]
    public async Task The_newest_come_first_and_only_those_that_are_asked_for(string query, string ids) =>
        Assert.That(string.Join(' ', (await Experiments(query)).Select(fit => fit.GetProperty("id").GetString())), Is.EqualTo(ids));

    [Test]
    public async Task A_fit_is_told_with_all_that_it_was_made_of_and_all_that_came_of_it()
    {
        var fit = (await Experiments("?purpose=trial"))[0];
        var (owner, inputs, fold) = (fit.GetProperty("owner"), fit.GetProperty("inputs"), fit.GetProperty("folds")[0]);
        Assert.Multiple(() =>
        {
            Assert.That((owner.GetProperty("studyId").GetString(), owner.GetProperty("trial").GetInt32(), owner.GetProperty("round").GetInt32()), Is.EqualTo(("study", 4, 2)));
            Assert.That(owner.GetProperty("backtestId").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That((inputs.GetProperty("datasetHash").GetString(), inputs.GetProperty("libraries").GetString()), Is.EqualTo(("dataset", "XGBoost 1.7.4, LightGBM none")));
            Assert.That(fit.GetProperty("parameters").GetProperty("results-only.depth").GetString(), Is.EqualTo("4"));
            Assert.That(fit.GetProperty("learners")[0].GetString(), Is.EqualTo("logistic"));
            Assert.That(fit.GetProperty("fit").GetProperty("from").GetString(), Is.EqualTo("2010-07-01"));
            Assert.That((fit.GetProperty("judged").GetProperty("matches").GetInt32(), fit.GetProperty("logLoss").GetDouble()), Is.EqualTo((70, 1.01)));
            Assert.That((fold.GetProperty("fold").GetString(), fold.GetProperty("score").GetProperty("logLoss").GetDouble()), Is.EqualTo(("stop", 1.01)));
            Assert.That((fit.GetProperty("seconds").GetDouble(), fit.GetProperty("peakBytes").GetInt64()), Is.EqualTo((1.5, 3_000_000_000)));
        });
    }

    async Task<JsonElement[]> Experiments(string query) =>
        [.. (await Api.Http.GetFromJsonAsync<JsonElement>($"/v1/experiments{query}")).GetProperty("experiments").EnumerateArray()];

    Task Fit(string id, string purpose, string kind, string owner, string judgedOn, int hour)
    {
        const string folds = """
            [{"fold":"stop","from":"2023-07-01","to":"2024-06-30",
              "score":{"forecaster":"logistic","matches":60,"logLoss":1.01,"rps":0.2,"brier":0.6,"accuracy":0.5,"calibrationError":0.01}}]
            """;
        return Api.Database.Execute($$"""
            insert into train.experiment values (
                '{{id}}', '{{purpose}}', '{{kind}}', {{owner}}, 'dataset', 'features', 'schema', 'code', 'XGBoost 1.7.4, LightGBM none', '{"results-only.depth":"4"}',
                array['logistic'], 'logistic', 0, '2010-07-01', '2023-06-30', 500, '2023-07-01', '2024-06-30', 60, '{{judgedOn}}', '2024-07-01', '2025-02-01', 70, 1.01,
                '{{folds}}', 1.5, 3000000000, '2025-02-01 {{hour}}:00Z')
            """);
    }
}
