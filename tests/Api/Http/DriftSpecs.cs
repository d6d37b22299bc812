using System.Net.Http.Json;
using System.Text.Json;
using Soccer.Api.Tests.Ledger;

namespace Soccer.Api.Tests.Http;

/// <summary>Drift over HTTP, on a real database.</summary>
public sealed class DriftSpecs
{
    [Test]
    public async Task The_champions_newest_check_has_its_features_the_one_that_moved_most_first()
    {
        await using var api = await Checked();
        var drift = await api.Http.GetFromJsonAsync<JsonElement>("/v1/drift");
        var check = drift.GetProperty("check");
        Assert.That((check.GetProperty("modelId").GetString(), check.GetProperty("featureSetVersion").GetInt32()), Is.EqualTo(("m1", 5)));
        Assert.That((check.GetProperty("features").GetInt32(), check.GetProperty("exceeding").GetInt32()), Is.EqualTo((3, 2)));
        Assert.That(drift.GetProperty("psiLimit").GetDouble(), Is.EqualTo(0.25));
        Assert.That(Features(drift), Is.EqualTo(new[] { "elo 0.3 True", "form 0.25 True", "rest 0.2499 False" }));
        Assert.That(Features(await api.Http.GetFromJsonAsync<JsonElement>("/v1/drift?limit=1")), Is.EqualTo(new[] { "elo 0.3 True" }));
    }

    [Test]
    public async Task A_check_says_which_run_reported_it_and_when()
    {
        await using var api = await Checked();
        var run = RunEvents.Any();
        await api.Once(run.Drift());
        var drift = await api.Http.GetFromJsonAsync<JsonElement>("/v1/drift");
        Assert.That(drift.GetProperty("check").GetProperty("runId").GetGuid(), Is.EqualTo(run.Run.Id));
        Assert.That(drift.GetProperty("check").GetProperty("link").GetString(), Is.EqualTo($"/v1/runs/{run.Run.Id}"));
        var past = drift.GetProperty("history").EnumerateArray().Single();
        Assert.That(past.GetProperty("at").GetDateTime(), Is.EqualTo(drift.GetProperty("check").GetProperty("at").GetDateTime()));
        Assert.That(past.GetProperty("exceeding").GetInt32(), Is.EqualTo(2));
        Assert.That(past.GetProperty("largestFeature").GetString(), Is.EqualTo("elo_difference"));
    }

    [Test]
    public async Task The_history_has_the_newest_checks_first_and_no_more_than_were_asked_for()
    {
        await using var api = await Checked();
        foreach (var model in new[] { "m0", null, "m1" })
        {
            await api.Once(RunEvents.Any().Drift(model));
            api.Host.Clock.Move(TimeSpan.FromMinutes(1));
        }
        await api.Database.Execute("update api._run_event set at = at + interval '1 minute' where payload ->> 'modelId' = 'm0'");
        var history = (await api.Http.GetFromJsonAsync<JsonElement>("/v1/drift?history=2")).GetProperty("history").EnumerateArray();
        Assert.That(history.Select(check => check.GetProperty("modelId").GetString()), Is.EqualTo(new[] { "m0", "m1" }));
    }

    [Test]
    public async Task Before_the_first_check_the_answer_says_why_there_is_none()
    {
        await using var api = await ApiTrial.Start();
        Assert.That(await Note(api), Does.StartWith("there is no champion yet"));
        await api.Database.Promote("m1");
        Assert.That(await Note(api), Is.EqualTo("the champion m1 has not been compared with newer matches yet"));
        await api.Database.Execute("drop schema drift_check cascade");
        Assert.That(await Note(api), Is.EqualTo("the champion m1 has not been compared with newer matches yet"));
    }

    [Test]
    public async Task The_limit_is_the_operators()
    {
        await using var api = await Checked(new() { ["DriftCheck:ShiftedPsi"] = "0.3" });
        var drift = await api.Http.GetFromJsonAsync<JsonElement>("/v1/drift");
        Assert.That(drift.GetProperty("psiLimit").GetDouble(), Is.EqualTo(0.3));
        Assert.That(drift.GetProperty("check").GetProperty("exceeding").GetInt32(), Is.EqualTo(1));
    }

    static async Task<ApiTrial> Checked(Dictionary<string, string>? settings = null)
    {
        var api = await ApiTrial.Start(settings);
        await api.Database.Promote("m1");
        await api.Database.Execute("""
            insert into drift_check.feature_drift values
                ('m1', 5, 'rest', 0.2499), ('m1', 5, 'elo', 0.3), ('m1', 5, 'form', 0.25), ('m1', 4, 'elo', 0.9), ('m0', 6, 'elo', 0.8)
            """);
        return api;
    }

    static async Task<string?> Note(ApiTrial api)
    {
        var drift = await api.Http.GetFromJsonAsync<JsonElement>("/v1/drift");
        Assert.That(drift.GetProperty("check").ValueKind, Is.EqualTo(JsonValueKind.Null));
        return drift.GetProperty("note").GetString();
    }

    static string[] Features(JsonElement drift) =>
    [
        .. drift.GetProperty("features").EnumerateArray().Select(row =>
            $"{row.GetProperty("feature").GetString()} {row.GetProperty("psi").GetRawText()} {row.GetProperty("exceeds").GetBoolean()}"),
    ];
}
