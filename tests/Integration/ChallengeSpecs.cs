using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Soccer.Integration.Tests.Scratch;
using Soccer.Source;
using Soccer.Source.World;

namespace Soccer.Integration.Tests;

/// <summary>
/// A competition: plain results of two leagues that nobody publishes, with their country and without odds or shots, and a list of three weeks to
/// forecast.
/// </summary>
[TestFixture]
sealed class ChallengeSpecs
{
    static readonly WorldPlan Plan = new(7, 2019, 5, [new("Spain", [new("GAL1", 12, 2, 2), new("GAL2", 12, 2, 2)], 4, 1.22)], Dirt: false);
    static readonly DateOnly First = new(2024, 4, 6), Last = First.AddDays(21);

    string folder = null!;
    SimulatedMatch[] list = null!;
    ScratchSystem system = null!;
    RunOutcome run = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        Surroundings.Need();
        folder = Directory.CreateTempSubdirectory("soccer-challenge-").FullName;
        var matches = new CountrySimulation(Plan, Plan.Countries[0]).Play().ToList();
        list = [.. matches.Where(match => match.Date >= First && match.Date <= Last).OrderBy(match => match.Home, StringComparer.Ordinal)];
        var results = Write("results.csv", matches.Where(match => match.Date < First).Select(match => Row(match, $"{match.Goals.Home},{match.Goals.Away}")));
        var fixtures = Write("fixtures.csv", list.Select(match => Row(match, ",")));
        var mirror = Path.Combine(folder, "mirror");
        Assert.That(ChallengeCommand.Run(["--results", results, "--fixtures", fixtures, "--out", mirror]), Is.Zero);

        var settings = (await File.ReadAllLinesAsync(Path.Combine(mirror, "replay.env"))).Select(line => line.Split('=')).ToDictionary(line => line[0], line => line[1]);
        system = await ScratchSystem.Start(new(settings) { ["Source__Mirror"] = mirror });
        run = await system.Run(DateOnly.ParseExact(settings["Source__AsOf"], "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (system is not null)
            await system.DisposeAsync();
        if (folder is not null)
            Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task Every_fixture_of_the_list_is_forecast_by_results_alone_and_the_stronger_teams_are_favoured()
    {
        Assert.That(run.Status, Is.EqualTo("completed"), run.Failure);
        Assert.That((run.Fixtures, run.Forecasts), Is.EqualTo((list.Length, list.Length)));
        Assert.That(list, Has.Length.GreaterThan(30));

        using var api = system.Api;
        var forecasts = (await api.GetFromJsonAsync<JsonElement>("v1/fixtures")).GetProperty("fixtures").EnumerateArray()
            .ToDictionary(match => (match.GetProperty("division").GetString()!, match.GetProperty("home").GetString()!, match.GetProperty("away").GetString()!));
        var given = list.Select(match => (Match: match, Forecast: forecasts[($"GREATGALDORIA{match.Division}", match.Home, match.Away)])).ToList();
        Assert.That(given.Select(pair => pair.Forecast.GetProperty("date").GetString()), Is.EqualTo(list.Select(match => match.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
        Assert.That(given.Select(pair => Probability(pair.Forecast, "homeWin") + Probability(pair.Forecast, "draw") + Probability(pair.Forecast, "awayWin")), Is.All.EqualTo(1).Within(2e-6));
        Assert.That(given.Select(pair => pair.Forecast.GetProperty("kind").GetString()), Is.All.EqualTo("results-only"));
        var favourites = given.Where(pair => pair.Match.Truth.Home > 0.5).Average(pair => Probability(pair.Forecast, "homeWin"));
        var underdogs = given.Where(pair => pair.Match.Truth.Home < 0.35).Average(pair => Probability(pair.Forecast, "homeWin"));
        Assert.That(favourites - underdogs, Is.GreaterThan(0.1));
    }

    [Test]
    public async Task A_backtest_without_odds_pools_all_divisions_beside_the_marginals()
    {
        using var api = system.Api;
        var asked = await api.PostAsJsonAsync("v1/backtests", new { testSeasons = new[] { "2324" } });
        Assert.That((int)asked.StatusCode, Is.EqualTo(202), await asked.Content.ReadAsStringAsync());
        JsonElement answer = default;
        await Eventually.Happens($"the backtest ends, at last {answer}", async () =>
        {
            answer = await api.GetFromJsonAsync<JsonElement>(asked.Headers.Location);
            return answer.GetProperty("status").GetString() != "pending";
        }, TimeSpan.FromMinutes(2));
        Assert.That(answer.GetProperty("status").GetString(), Is.EqualTo("done"), answer.ToString());
        var pooled = answer.GetProperty("pooled").EnumerateArray().ToDictionary(score => score.GetProperty("forecaster").GetString()!, score => score.GetProperty("logLoss").GetDouble());
        Assert.That(pooled.Keys, Is.EqualTo(new[] { "class marginals", "results-only" }));
        Assert.That(pooled["results-only"], Is.LessThan(pooled["class marginals"]));
    }

    string Write(string name, IEnumerable<string> rows)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllLines(file, rows.Prepend("Date,Country,Lge,HT,AT,HS,AS"));
        return file;
    }

    static string Row(SimulatedMatch match, string goals) => string.Create(CultureInfo.InvariantCulture, $"{match.Date:dd/MM/yyyy},Great Galdoria,{match.Division},{match.Home},{match.Away},{goals}");

    static double Probability(JsonElement forecast, string outcome) => forecast.GetProperty(outcome).GetProperty("probability").GetDouble();
}
