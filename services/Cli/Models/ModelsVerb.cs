using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Soccer.Cli.Lists;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Models;

/// <summary>models: the trained models, and whether one is better than another.</summary>
static class ModelsVerb
{
    static readonly string[] Kinds = ["results-only", "market-memory", "market-aware"];

    static readonly Listing<ModelLineView> List = new(
    [
        new("id", "model", model => model.Id) { IsId = true },
        new("alias", "alias", model => model.Aliases is [.., var highest] ? highest : ""),
        new("trainedAt", "trained (UTC)", model => model.TrainedAt) { Format = "yyyy-MM-dd HH:mm", Rank = 3 },
        new("datasetVersion", "dataset", model => model.DatasetVersion) { Rank = 5 },
        new("holdOutFrom", "held out from", model => model.HoldOutFrom) { Rank = 2 },
        new("holdOutTo", "to", model => model.HoldOutTo) { Rank = 1 },
        new("matches", "matches", model => (model.Market ?? model.Of(Kinds[0]))?.Matches) { Format = "N0", Rank = 4 },
        .. Kinds.Select(kind => new Column<ModelLineView>(kind, kind, model => model.Of(kind)?.LogLoss) { Format = "0.0000" }),
        new("market", "market", model => model.Market?.LogLoss) { Format = "0.0000" },
    ]);

    const string Signed = "+0.00000;-0.00000;0.00000";

    static readonly Listing<KindComparisonView> Comparison = new(
    [
        new("kind", "kind", kind => kind.Kind),
        new("matches", "matches", kind => kind.Matches) { Format = "N0", Rank = 2 },
        new("days", "days", kind => kind.Days) { Format = "N0", Rank = 3 },
        new("a", "A", kind => kind.A) { Format = "0.00000" },
        new("b", "B", kind => kind.B) { Format = "0.00000" },
        new("difference.mean", "A - B", kind => kind.Difference.Mean) { Format = Signed },
        new("difference.low", "95% from", kind => kind.Difference.Low) { Format = Signed },
        new("difference.high", "to", kind => kind.Difference.High) { Format = Signed },
        new("verdict", "verdict", kind => VerdictOf(kind.Verdict))
        {
            Colour = kind => kind.Verdict switch { "better" => "green", "worse" => "red", _ => null },
        },
    ]);

    public static Command Create(Settings settings)
    {
        var limit = new ListLimit("models", 20, 1_000);
        const string about = "The trained models, the newest first.";
        string[] examples = ["models", "models compare 2c26b46b fcde2b2e"];
        var models = CommandLine.Verb("models", about, examples, async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            var answer = await api.GetText($"v1/models?limit={limit.Of(parsed, List.IsTable(parsed))}", cancellation);
            if (await List.Show(parsed, answer, "models", cancellation, limit) is { } models)
            {
                Screen.Line(models.Count == 0
                    ? "There are no models yet."
                    : "log loss on the hold-out's matches with opening odds (on all of them if none has odds); market: those odds without their margin");
                if (models.Count > 0)
                    Screen.Line("These figures do not compare between hold-outs of different days; ./soccer models compare A B compares match by match.");
            }
            return Exit.Ok;
        }, [limit.Option, .. List.Options]);
        models.Subcommands.Add(Compare(settings));
        return models;
    }

    static Command Compare(Settings settings)
    {
        var a = new Argument<string>("A") { Description = "The id of a model, or its first 8 characters or more." };
        var b = new Argument<string>("B") { Description = "The id of another, likewise." };
        const string about = "Whether model A is better than model B, and whether by more than luck.";
        string[] examples = ["models compare 2c26b46b fcde2b2e"];
        return CommandLine.Verb("compare", about, examples, async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            var answer = await api.GetText($"v1/models/compare{Query.Of(("a", parsed.GetValue(a)), ("b", parsed.GetValue(b)))}", cancellation);
            if (Comparison.IsTable(parsed))
                PrintHead(JsonSerializer.Deserialize<ComparisonView>(answer, JsonSerializerOptions.Web)!);
            if (await Comparison.Show(parsed, answer, "kinds", cancellation) is not null)
            {
                Screen.Line("A - B: of their log loss on the same matches; below 0 A is better. More than luck: 0 lies outside the interval, which comes "
                    + "from resampling 20 match days or more");
            }
            return Exit.Ok;
        }, [a, b, .. Comparison.Options]);
    }

    static void PrintHead(ComparisonView comparison)
    {
        Screen.Line($"A [bold]{Screen.Plain(comparison.A)}[/]");
        Screen.Line($"B [bold]{Screen.Plain(comparison.B)}[/]");
        Screen.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"both held out {comparison.From:yyyy-MM-dd} to {comparison.To:yyyy-MM-dd}; neither was fitted on any of these matches"));
    }

    static string VerdictOf(string verdict) => verdict switch
    {
        "better" => "A is better",
        "worse" => "A is worse",
        _ => "no more than luck",
    };
}
