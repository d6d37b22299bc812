using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Npgsql;
using Soccer.Integration.Tests.Scratch;

namespace Soccer.Integration.Tests;

sealed partial class CascadeSpecs
{
    [Test]
    public async Task No_answer_over_HTTP_mixes_two_models_though_they_take_turns_as_champion_in_the_middle_of_the_load()
    {
        const int Askers = 4, AnswersEach = 25;
        await Running.Run(day, "always");
        await using var database = await Running.Database();
        var champion = await database.QuerySingleAsync<string>("select model_id from promote.alias_log where alias = 'champion' order by sequence desc limit 1");
        var other = await database.QueryFirstAsync<string>("select model_id from train.model where model_id <> @champion order by created_at", new { champion });
        var (home, away) = await Teams();
        object[] matches = [new { home, away }, new { home = away, away = home }];
        var forecasts = new ConcurrentBag<((string? Model, int FeatureSet, string? Date) Knowledge, string Match, double HomeWin)>();

        var load = Task.WhenAll(Enumerable.Range(0, Askers).Select(async asker =>
        {
            using var api = Running.Api;
            api.DefaultRequestHeaders.Add("Prefer", "wait=30");
            for (var answer = 0; answer < AnswersEach; answer++)
            {
                var list = await Answer(api, asker % 2 == 0 ? "v1/predictions" : "v1/predict", asker % 2 == 0 ? new { matches } : matches[answer % 2]);
                var told = list.TryGetProperty("matches", out var several) ? [.. several.EnumerateArray().Select(match => match.GetProperty("forecast"))] : new[] { list };
                Assert.That(told.Select(forecast => forecast.GetProperty("modelId").GetString()).Distinct().ToList(), Has.Count.EqualTo(1), "one answer, one model");
                foreach (var forecast in told)
                    forecasts.Add((
                        Knowledge(forecast), forecast.GetProperty("home").GetString()!, forecast.GetProperty("homeWin").GetDouble()));
            }
        }));
        try
        {
            for (var turn = 0; !load.IsCompleted; turn++)
                await Promote(database, turn % 2 == 0 ? other : champion);
            await load;
        }
        finally
        {
            await Promote(database, champion);
        }

        // A model says one thing of a match by the same team state, and the two models do not say the same.
        var said = forecasts.GroupBy(
            forecast => (forecast.Match, forecast.Knowledge),
            (of, all) => (of.Match, of.Knowledge, Chances: all.Select(forecast => forecast.HomeWin).Distinct().ToList())).ToList();
        Assert.That(said.Select(of => of.Chances.Count), Has.All.EqualTo(1));
        Assert.That(said.Select(of => (of.Match, of.Knowledge.Model)).Distinct().Count(), Is.EqualTo(4), "both models answered both");
        var alike = said.GroupBy(of => (of.Match, of.Knowledge.FeatureSet, of.Knowledge.Date), of => of.Chances[0])
            .Where(of => of.Count() > 1).ToList();
        Assert.That(alike.Select(of => of.Distinct().Count()), Is.Not.Empty.And.All.EqualTo(2));
    }

    static Task Promote(NpgsqlConnection database, string model) => database.ExecuteAsync("""
        insert into promote.alias_log (alias, model_id, run_id, dataset_version, evidence, at)
        select 'champion', @model, gen_random_uuid(), dataset_version, '[]', now() from train.model where model_id = @model
        """, new { model });

    static async Task<JsonElement> Answer(HttpClient api, string path, object question)
    {
        using var response = await api.PostAsJsonAsync(path, question);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
