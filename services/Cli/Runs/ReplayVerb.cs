using System.CommandLine;
using System.Globalization;
using System.Net.Http.Json;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Runs;

/// <summary>replay: moves the source's date on step by step, as a season would, with a run at each.</summary>
static class ReplayVerb
{
    public static Command Create(Settings settings)
    {
        var from = Options.Day("--from", "The first day", required: true);
        var to = Options.Day("--to", "The last day", required: true);
        var every = Options.Every();
        var source = new Option<Uri?>("--source") { Description = "The source's address; Cli__Source where it is left out." };
        var training = Options.Training();
        var force = Options.Force();
        var json = Options.Json();
        var timeout = Options.Timeout();
        const string about = "Move the source's date on step by step, with a run at each.";
        string[] examples = ["replay --from 2024-12-07 --to 2025-02-01 --every 7d"];
        return CommandLine.Verb("replay", about, examples, async (parsed, cancellation) =>
        {
            var (first, last) = (parsed.GetValue(from)!.Value, parsed.GetValue(to)!.Value);
            if (last < first)
                throw new ExitException(Exit.Usage, $"--to {last:yyyy-MM-dd} is before --from {first:yyyy-MM-dd}");
            var site = parsed.GetValue(source) ?? settings.Source
                ?? throw new ExitException(Exit.Usage, "replay needs a source whose date can be moved: write --source http://127.0.0.1:15410/");
            using var api = new ApiClient(settings.Api, settings.Key);
            using var http = new HttpClient { BaseAddress = site, Timeout = TimeSpan.FromSeconds(60) };
            await using var bus = await BusClient.Connect(settings, cancellation);
            var follow = new RunFollow(api, TimeProvider.System);
            foreach (var day in Days(first, last, parsed.GetValue(every)))
            {
                await Move(http, day, cancellation);
                var id = await RunStart.Send(
                    bus, day, $"replay from {first:yyyy-MM-dd} to {last:yyyy-MM-dd}", parsed.GetValue(training), parsed.GetValue(force), trials: 0, cancellation);
                var run = await follow.ToItsEnd(id, TimeSpan.FromSeconds(parsed.GetValue(timeout)), _ => { }, cancellation);
                Console.WriteLine(parsed.GetValue(json) ? RunJson.Of(run) : LineOf(day, run));
                if (!run.IsGood)
                    throw new ExitException(Exit.Failed, $"The replay ends here: run {id} is {run.Status}. {run.Failure}");
            }
            return Exit.Ok;
        }, from, to, every, source, training, force, json, timeout);
    }

    /// <summary>The first day, every so many days on, and the last.</summary>
    public static IEnumerable<DateOnly> Days(DateOnly first, DateOnly last, int every)
    {
        for (var day = first; day < last; day = day.AddDays(every))
            yield return day;
        yield return last;
    }

    static async Task Move(HttpClient http, DateOnly day, CancellationToken cancellation)
    {
        try
        {
            using var response = await http.PutAsJsonAsync("-/as-of", new { asOf = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }, cancellation);
            if (!response.IsSuccessStatusCode)
            {
                var answer = $"{(int)response.StatusCode} {response.ReasonPhrase}";
                throw new ExitException(
                    Exit.Usage, $"The source at {http.BaseAddress} did not take the date {day:yyyy-MM-dd}: {answer}. A live site's date can't be moved, nor that of a world that lives on.");
            }
        }
        catch (HttpRequestException error)
        {
            throw new ExitException(Exit.Away, $"The source at {http.BaseAddress} does not answer: {error.Message}");
        }
    }

    static string LineOf(DateOnly day, RunView run)
    {
        var rows = string.Join("  ", new[] { "added", "changed", "removed" }.Select(count => string.Create(
            CultureInfo.InvariantCulture, $"{count} {run.Count("validate", count),6:N0}")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{day:yyyy-MM-dd}  {run.Status,-10}  dataset {run.Dataset?.Version,4}  {rows}  forecasts {run.Forecasts?.Forecasts ?? 0,5:N0}  {run.Seconds,7:0.0} s");
    }
}
