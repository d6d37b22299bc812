using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Soccer.Api.Tests.Http;

/// <summary>Searches for parameters over HTTP, on a real database.</summary>
public sealed class StudySpecs : ApiSpecs
{
    [OneTimeSetUp]
    public async Task Start()
    {
        await Study("aa11", "2025-02-01 10:00Z", trials: 4);
        await Study("aa22", "2025-02-02 10:00Z", trials: 9);
        await Trial("aa11", trial: 1, round: 1, logLoss: 1.02);
        await Trial("aa11", trial: 2, round: 1, logLoss: 1.01);
        await Trial("aa11", trial: 3, round: 1, logLoss: 1.03);
        await Trial("aa11", trial: 4, round: 1, logLoss: 1.04);
        await Trial("aa11", trial: 1, round: 2, logLoss: 1.005);
        await Trial("aa11", trial: 2, round: 2, logLoss: 1.001);
        await Api.Database.Execute("insert into train.study_outcome values ('aa11', 2, 2, 1.001, 1.005, 'all 2 rounds are complete', '2025-02-01 10:05Z')");
        await Trial("aa22", trial: 2, round: 1, logLoss: 1.01);
    }

    [Test]
    public async Task The_newest_come_first_and_one_that_has_not_ended_has_chosen_nothing()
    {
        var studies = (await Api.Http.GetFromJsonAsync<JsonElement>("/v1/studies")).GetProperty("studies").EnumerateArray().ToArray();
        Assert.That(studies.Select(study => study.GetProperty("studyId").GetString()), Is.EqualTo((string[])["aa22", "aa11"]));
        Assert.That(studies.Select(study => study.GetProperty("evaluations").GetInt32()), Is.EqualTo((int[])[1, 6]));
        Assert.That(studies[0].GetProperty("chosen").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That((studies[1].GetProperty("chosen").GetInt32(), studies[1].GetProperty("seconds").GetDouble()), Is.EqualTo((2, 9d)));
    }

    [Test]
    public async Task Trials_are_compared_with_the_configured_parameters_of_their_round_the_best_of_the_last_round_first()
    {
        var trials = (await Api.Http.GetFromJsonAsync<JsonElement>("/v1/studies/aa1")).GetProperty("trials").EnumerateArray().ToArray();
        Assert.That(
            trials.Select(trial => (trial.GetProperty("result").GetProperty("round").GetInt32(), trial.GetProperty("result").GetProperty("trial").GetInt32())),
            Is.EqualTo(new[] { (2, 2), (2, 1), (1, 2), (1, 1), (1, 3), (1, 4) }));
        Assert.That(trials.Select(trial => trial.GetProperty("difference").GetDouble()), Is.EqualTo((double[])[-0.004, 0, -0.01, 0, 0.01, 0.02]));
        Assert.That(trials.Select(trial => trial.GetProperty("chosen").GetBoolean()), Is.EqualTo((bool[])[true, false, false, false, false, false]));
    }

    [Test]
    public async Task There_is_no_difference_while_the_configured_parameters_have_no_result()
    {
        var trial = (await Api.Http.GetFromJsonAsync<JsonElement>("/v1/studies/aa22")).GetProperty("trials")[0];
        Assert.That(trial.GetProperty("difference").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public async Task A_beginning_that_several_share_is_told_which_and_an_unknown_one_is_not_found()
    {
        var several = await Api.Http.GetAsync(new Uri("/v1/studies/aa", UriKind.Relative));
        Assert.That(several.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await several.Content.ReadAsStringAsync(), Does.Contain("aa11").And.Contain("aa22"));
        Assert.That((await Api.Http.GetAsync(new Uri("/v1/studies/bb", UriKind.Relative))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase(-1, "auto")]
    [TestCase(1001, "auto")]
    [TestCase(9, "never")]
    public async Task A_run_is_refused_trials_that_it_can_not_have(int trials, string training)
    {
        var answer = await Api.Http.PostAsJsonAsync("/v1/runs", new { trials, training });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("field").GetString(), Is.EqualTo("trials"));
    }

    Task Study(string id, string begun, int trials) => Api.Database.Execute($$"""
        insert into train.study values ('{{id}}', 'results-only', 'd', 'f', 's', '2025-02-01', 'code', 'XGBoost', {{trials}}, 1, 600, '{}', '{{begun}}')
        """);

    Task Trial(string study, int trial, int round, double logLoss) => Api.Database.Execute(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"""
        insert into train.trial values ('{study}', {trial}, {round}, 1, 4, .1, 100, .3, .7, 10, {logLoss}, 70, 1000, 1.5, '2025-02-01 10:01Z')
        """));
}
