using System.CommandLine;
using System.Globalization;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Models;

/// <summary>models: the trained models, and whether one is better than another.</summary>
static class ModelsVerb
{
    static readonly string[] Kinds = ["results-only", "market-memory", "market-aware"];

    public static Command Create(Settings settings)
    {
        var limit = new Option<int>("--limit") { Description = "How many, 1 to 200.", DefaultValueFactory = _ => 20 };
        var json = Options.Json();
        var models = CommandLine.Verb("models", "The trained models, the newest first.", async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            var path = $"v1/models?limit={parsed.GetValue(limit)}";
            if (parsed.GetValue(json))
                Console.WriteLine(await api.GetText(path, cancellation));
            else
                List((await api.Get<ModelLines>(path, cancellation)).Models);
            return Exit.Ok;
        }, limit, json);
        models.Subcommands.Add(Compare(settings));
        return models;
    }

    static Command Compare(Settings settings)
    {
        var a = new Argument<string>("A") { Description = "The id of a model, or its first 8 characters or more." };
        var b = new Argument<string>("B") { Description = "The id of another, likewise." };
        var json = Options.Json();
        return CommandLine.Verb("compare", "Whether model A is better than model B, and whether by more than luck.", async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            var path = $"v1/models/compare?a={Uri.EscapeDataString(parsed.GetValue(a)!)}&b={Uri.EscapeDataString(parsed.GetValue(b)!)}";
            if (parsed.GetValue(json))
                Console.WriteLine(await api.GetText(path, cancellation));
            else
                Print(await api.Get<ComparisonView>(path, cancellation));
            return Exit.Ok;
        }, a, b, json);
    }

    static void List(IReadOnlyList<ModelLineView> models)
    {
        if (models.Count == 0)
        {
            Screen.Line("There are no models yet.");
            return;
        }
        if (Screen.IsWide)
            Screen.Print(["<model", "<alias", "<trained", ">dataset", "<held out", ">matches", .. Kinds.Select(kind => $">{kind}"), ">market"], models.Select(Wide));
        else
            Screen.Print(["<model", "<alias", "<held out\nto", .. Kinds.Select(kind => $">{kind.Replace('-', '\n')}"), ">market"], models.Select(Narrow));
        Screen.Line("log loss on the matches held out that have opening odds (on all where none has); market: those odds without their margin");
        Screen.Line("hold-outs of different days don't compare by these figures; soccer models compare A B compares match by match");
    }

    static string[] Wide(ModelLineView model) =>
    [
        .. Narrow(model)[..2], Text($"{model.TrainedAt:yyyy-MM-dd HH:mm}"), Text($"{model.DatasetVersion}"), Text($"{model.HoldOutFrom:yyyy-MM-dd} to {model.HoldOutTo:yyyy-MM-dd}"),
        Text($"{(model.Market ?? model.Of(Kinds[0]))?.Matches:N0}"), .. Narrow(model)[3..],
    ];

    static string[] Narrow(ModelLineView model) =>
    [
        model.Id[..12], model.Aliases is [.., var highest] ? highest : "", Text($"{model.HoldOutTo:yyyy-MM-dd}"), .. Kinds.Select(kind => Loss(model.Of(kind)?.LogLoss)),
        Loss(model.Market?.LogLoss),
    ];

    static void Print(ComparisonView comparison)
    {
        Screen.Line($"A [bold]{comparison.A}[/]");
        Screen.Line($"B [bold]{comparison.B}[/]");
        Screen.Line(Text($"both held out {comparison.From:yyyy-MM-dd} to {comparison.To:yyyy-MM-dd}; neither was fitted on any of these matches"));
        if (Screen.IsWide)
            Screen.Print(["<kind", ">matches", ">days", ">A", ">B", ">A less B", ">95%", "<verdict"], comparison.Kinds.Select(kind => (string[])
            [
                kind.Kind, Text($"{kind.Matches:N0}"), Text($"{kind.Days:N0}"), Text($"{kind.A:0.00000}"), Text($"{kind.B:0.00000}"), .. Difference(kind, "0.00000"),
            ]));
        else
            Screen.Print(["<kind", ">matches", ">A less B", ">95%", "<verdict"], comparison.Kinds.Select(kind => (string[])
            [
                kind.Kind, Text($"{kind.Matches:N0}"), .. Difference(kind, "0.0000"),
            ]));
        Screen.Line("A less B: of their log loss on the same matches; below 0 A is better. More than luck has 0 outside its interval, of 20 match days or more drawn with replacement");
    }

    static string[] Difference(KindComparisonView kind, string format)
    {
        var (mean, low, high) = (Signed(kind.Difference.Mean), Signed(kind.Difference.Low), Signed(kind.Difference.High));
        return [mean, $"{low} to {high}", VerdictOf(kind.Verdict)];

        string Signed(double value) => value.ToString($"+{format};-{format};{format}", CultureInfo.InvariantCulture);
    }

    static string VerdictOf(string verdict) => verdict switch
    {
        "better" => "[green]A is better[/]",
        "worse" => "[red]A is worse[/]",
        _ => "no more than luck",
    };

    static string Loss(double? loss) => loss is { } value ? Text($"{value:0.0000}") : "-";

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
