using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Soccer.Cli.Lists;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Health;

/// <summary>drift: how far the features have moved from what the champion was fitted on.</summary>
static class DriftVerb
{
    static readonly Listing<FeatureView> Features = new(
    [
        new("feature", "feature", feature => feature.Feature),
        new("psi", "PSI", feature => feature.Psi) { Format = "0.000" },
        new("exceeds", "exceeds", feature => feature.Exceeds) { Colour = feature => feature.Exceeds ? "red" : null },
    ], "the features");

    static readonly Column<CheckView>[] Checks =
    [
        new("at", "checked (UTC)", check => check.At) { Format = "yyyy-MM-dd HH:mm" },
        new("modelId", "model", check => check.ModelId) { IsId = true, Rank = 2 },
        new("features", "features", check => check.Features),
        new("exceeding", "exceeding", check => check.Exceeding),
        new("largestPsi", "largest PSI", check => check.LargestPsi) { Format = "0.000" },
        new("largestFeature", "of", check => check.LargestFeature) { Rank = 1 },
        new("runId", "run", check => check.RunId) { IsId = true, LeastId = ShortIds.LeastOfTimed, Rank = 3 },
    ];

    public static Command Create(Settings settings)
    {
        var limit = new ListLimit("features, those with the largest PSI first", 20, 1000);
        var history = new ListLimit("of the newest checks", 10, 100, "--history");
        string[] examples = ["drift", "drift --limit all", "drift --csv drift.csv"];
        const string description = "How far the features have moved from those that the champion was fitted on, and the newest checks.";
        return CommandLine.Verb("drift", description, examples, async (parsed, cancellation) =>
        {
            var isTable = Features.IsTable(parsed);
            using var api = new ApiClient(settings.Api, settings.Key);
            var query = Query.Of(("limit", $"{limit.Of(parsed, isTable)}"), ("history", $"{history.Of(parsed, isTable)}"));
            var answer = await api.GetText($"v1/drift{query}", cancellation);
            if (!isTable)
            {
                await Features.Show(parsed, answer, "features", cancellation, limit);
                return Exit.Ok;
            }
            var drift = JsonSerializer.Deserialize<DriftView>(answer, JsonSerializerOptions.Web)!;
            PrintCheck(drift);
            await Features.Show(parsed, answer, "features", cancellation, limit);
            if (drift.History.Count > 0)
            {
                Screen.Line("");
                Table.Print(Checks, drift.History, Features.IsWide(parsed), more: "see --wide or --json");
            }
            return Exit.Ok;
        }, [limit.Option, history.Option, .. Features.Options]);
    }

    static void PrintCheck(DriftView drift)
    {
        Screen.Line(drift.Check is { } check
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{check.Exceeding:N0} of {Counted.Of(check.Features, "feature")} above a PSI of {drift.PsiLimit}, model {ShortIds.Of(check.ModelId ?? "-")}, ")
                + $"checked {check.At?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "at an unknown time"} UTC"
            : "No features have been checked yet.");
        if (drift.Note is { } note)
            Screen.Line(Screen.Plain(note));
    }

    sealed record DriftView(CheckView? Check, double PsiLimit, string? Note, IReadOnlyList<CheckView> History);

    sealed record CheckView(DateTime? At, string? ModelId, int Features, int Exceeding, double? LargestPsi, string? LargestFeature, string? RunId);

    sealed record FeatureView(string Feature, double Psi, bool Exceeds);
}
