using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Soccer.Integration.Tests.Scratch;

namespace Soccer.Integration.Tests;

/// <summary>
/// A system with several copies of every stage, each command given to it twice at once, beside a system with one copy of each.
/// </summary>
[TestFixture]
sealed class CopiesSpecs
{
    // Six sets of parameters, then the configured one and the best two of the others.
    const int Trials = 6;
    const int Evaluations = 6 + 3;
    const int Requests = 600;

    static readonly string[] Stages = ["Ingest", "Validate", "Featurize", "Train", "Promote", "Predict", "DriftCheck", "Api"];

    ScratchSystem system = null!;
    Results one = null!, several = null!;
    RunOutcome[] runs = null!;

    [OneTimeSetUp]
    public async Task RunBoth()
    {
        Surroundings.Need();
        await using (var single = await ScratchSystem.Start(Worlds.Tiny))
        {
            var run = await single.Run(Worlds.Day, "always", trials: Trials);
            var matches = await Matches(single);
            one = await ResultsOf(single, [run], matches, [await Backtest(single)], await Ask(single, matches, matches.Count));
        }

        // On an empty database, where the copies of a stage have to take turns at its migrations too.
        system = await ScratchSystem.Start(Worlds.Tiny, copies: stage => stage is "Train" or "Predict" ? 3 : 2);
        await system.MoveSource(Worlds.Day);
        var begun = await Task.WhenAll(Twice(() => system.Begin(Worlds.Day, "always", trials: Trials)));
        runs = await Task.WhenAll(begun.Select(run => system.End(run)));
        var backtests = Twice(() => Backtest(system));
        var answers = Ask(system, one.Matches, Requests);
        several = await ResultsOf(system, runs, await Matches(system), await Task.WhenAll(backtests), await answers);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (system is not null)
            await system.DisposeAsync();
    }

    [Test]
    public void Runs_come_to_the_same_dataset_features_model_and_forecasts()
    {
        Assert.That(runs.Select(run => run.Status), Is.All.EqualTo("completed"), string.Join("; ", runs.Select(run => run.Failure)));
        Assert.That(several.Contents, Is.EqualTo(Twice(() => one.Contents[0])));
        Assert.That(several.DatasetVersions, Is.EqualTo(new[] { 1, 1 }), "two equal runs at once merge one dataset");
        Assert.That(one.Forecasts, Is.Not.Empty);
        Assert.That(several.Forecasts, Is.EqualTo(one.Forecasts));
        Assert.That(several.Champions, Is.EqualTo(one.Champions).And.Length.EqualTo(1), "one promotion");
    }

    [Test]
    public async Task Trials_are_shared_by_copies_of_Train_and_have_the_same_losses()
    {
        Assert.That(one.Trials, Has.Length.EqualTo(Evaluations));
        Assert.That(several.Trials, Is.EqualTo(one.Trials));
        var shares = await Shares("Train", "EvaluateTrial");
        Assert.That(shares.Sum(), Is.EqualTo(runs.Length * Evaluations), "each command of each run once");
        Assert.That(shares.Count(share => share > 0), Is.GreaterThan(1), string.Join(", ", shares));
    }

    [Test]
    public void A_backtest_has_the_same_report_to_the_byte() =>
        Assert.That(several.Reports, Is.EqualTo(Twice(() => one.Reports[0])));

    [Test]
    public async Task Requests_are_shared_by_copies_of_Predict_and_each_has_the_same_answer_once()
    {
        Assert.That(several.Answers.Select(answer => answer.Id), Is.Unique);
        var asOne = one.Answers.ToDictionary(answer => answer.Match, answer => answer.Forecast);
        Assert.That(several.Answers.Where(answer => answer.Forecast != asOne[answer.Match]), Is.Empty);
        await using var database = await system.Database();
        Assert.That(
            await database.QueryAsync<Guid>("select request_id from predict.answer"),
            Is.EquivalentTo(several.Answers.Select(answer => answer.Id)), "no answer belongs to nobody");
        // A message is counted when its batch is over, which is after its answer is stored.
        int[] shares = [];
        await Eventually.Happens(
            () => $"all are counted, at last {string.Join(", ", shares)}",
            async () => (shares = await Shares("Predict", "PredictMatch")).Sum() >= Requests, TimeSpan.FromSeconds(30));
        Assert.That(shares.Sum(), Is.EqualTo(Requests), "each was consumed once");
        Assert.That(shares.Count(share => share > 0), Is.GreaterThan(1), string.Join(", ", shares));
    }

    [Test]
    public async Task No_message_is_given_up_and_no_copy_ends()
    {
        using var api = system.Api;
        var incidents = await api.GetFromJsonAsync<JsonElement>("v1/incidents");
        Assert.That(incidents.GetProperty("incidents").GetArrayLength(), Is.Zero, incidents.ToString());
        Assert.That(Stages.SelectMany(system.CopiesOf).Select(copy => copy.Ends), Is.All.Zero);
    }

    Task<int[]> Shares(string stage, string message) => Task.WhenAll(system.CopiesOf(stage).Select(copy => copy.Consumed(message)));

    static T[] Twice<T>(Func<T> make) => [make(), make()];

    /// <summary>The matches to come.</summary>
    static async Task<IReadOnlyList<(string Home, string Away)>> Matches(ScratchSystem of)
    {
        using var api = of.Api;
        return [.. (await api.GetFromJsonAsync<JsonElement>("v1/fixtures")).GetProperty("fixtures").EnumerateArray()
            .Select(match => (match.GetProperty("home").GetString()!, match.GetProperty("away").GetString()!))];
    }

    /// <summary>Makes requests for forecasts at once, at each copy of the Api in turn, and reads each answer at another one.</summary>
    static async Task<Answer[]> Ask(ScratchSystem of, IReadOnlyList<(string Home, string Away)> matches, int requests)
    {
        var apis = of.CopiesOf("Api").Select(ScratchSystem.ApiAt).ToList();
        var accepted = await Task.WhenAll(Enumerable.Range(0, requests).Select(async number =>
        {
            var (home, away) = matches[number % matches.Count];
            var response = await apis[number % apis.Count].PostAsJsonAsync("v1/predictions", new { home, away });
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted), await response.Content.ReadAsStringAsync());
            return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        }));
        var answers = new List<Answer>();
        foreach (var (number, id) in accepted.Index())
        {
            var answer = await Ended(apis[(number + 1) % apis.Count], $"v1/predictions/{id}");
            answers.Add(new(id, matches[number % matches.Count], answer.GetProperty("forecast").GetRawText()));
        }
        apis.ForEach(api => api.Dispose());
        return [.. answers];
    }

    /// <summary>Makes a backtest of a season and returns its report.</summary>
    static async Task<string> Backtest(ScratchSystem of)
    {
        using var api = of.Api;
        var response = await api.PostAsJsonAsync("v1/backtests", new { testSeasons = new[] { "2324" } });
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted), await response.Content.ReadAsStringAsync());
        var place = response.Headers.Location!.OriginalString;
        await Ended(api, place);
        return await api.GetStringAsync($"{place}/report");
    }

    static async Task<JsonElement> Ended(HttpClient api, string place)
    {
        JsonElement answer = default;
        await Eventually.Happens(() => $"{place} is done, at last {answer}", async () =>
        {
            answer = await api.GetFromJsonAsync<JsonElement>(place);
            return answer.GetProperty("status").GetString() != "pending";
        }, TimeSpan.FromMinutes(3));
        Assert.That(answer.GetProperty("status").GetString(), Is.EqualTo("done"), answer.ToString());
        return answer;
    }

    static async Task<Results> ResultsOf(
        ScratchSystem of, RunOutcome[] runs, IReadOnlyList<(string Home, string Away)> matches, string[] reports, Answer[] answers)
    {
        await using var database = await of.Database();
        const string forecasts = """
            select match_id, model_id, kind, home_win, draw, away_win from predict.forecast order by match_id, model_id, kind, home_win
            """;
        const string trials = "select study_id, trial, round, log_loss, boosting_rounds from train.trial order by study_id, round, trial";
        return new(
            [.. runs.Select(run => run.Content)], [.. runs.Select(run => run.DatasetVersion)], matches,
            [.. await database.QueryAsync<(long, string, string, double, double, double)>(forecasts)],
            [.. await database.QueryAsync<(string, int, int, double, int)>(trials)],
            [.. await database.QueryAsync<string>("select model_id from promote.alias_log where alias = 'champion' order by sequence")],
            reports, answers);
    }

    sealed record Answer(Guid Id, (string Home, string Away) Match, string Forecast);

    sealed record Results(
        (string Dataset, string FeatureSet, string? Model, int Forecasts)[] Contents, int[] DatasetVersions,
        IReadOnlyList<(string Home, string Away)> Matches,
        (long Match, string Model, string Kind, double Home, double Draw, double Away)[] Forecasts,
        (string Study, int Trial, int Round, double LogLoss, int BoostingRounds)[] Trials, string[] Champions, string[] Reports,
        Answer[] Answers);
}
