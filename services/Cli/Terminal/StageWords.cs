using System.Globalization;
using Soccer.Cli.Runs;
using Soccer.Contracts;

namespace Soccer.Cli.Terminal;

/// <summary>What a stage made of it, in a few words.</summary>
static class StageWords
{
    public static string Of(StageView stage)
    {
        if (stage.Counts.Count == 0)
            return "";
        long Count(string name) => stage.Counts.GetValueOrDefault(name);
        var words = stage.Stage switch
        {
            Stage.Ingest when !stage.Counts.ContainsKey("files") => $"snapshot {Count("snapshot")}, nothing changed",
            Stage.Ingest => Invariant($"{Count("files"):N0} files, {Count("changedFiles"):N0} changed{Some(Count("staleFiles"), "stale")}"),
            Stage.Validate when stage.Counts.ContainsKey("gatesFailed") => Invariant(
                $"{Count("gatesFailed"):N0} gates failed, {Count("quarantined"):N0} rows in quarantine"),
            Stage.Validate when stage.Counts.ContainsKey("mergedSnapshot") => $"snapshot {Count("mergedSnapshot")} was merged before",
            Stage.Validate => Invariant($"{Count("matches"):N0} matches, {Count("added"):N0} added, {Count("changed"):N0} changed")
                + Some(Count("removed"), "removed") + Some(Count("quarantined"), "in quarantine"),
            Stage.Featurize => Invariant($"{Count("features"):N0} features, {Count("changedRows"):N0} of {Count("rows"):N0} rows changed"),
            Stage.Train when !stage.Counts.ContainsKey("fitRows") => Invariant($"{Count("trials"):N0} trials, trial {Count("chosenTrial")} chosen"),
            Stage.Train => Invariant($"{Count("fitRows"):N0} matches, {Count("rounds"):N0} rounds") + Some(Count("trials"), "trials"),
            Stage.Promote => Count("promoted") == 1 ? "promoted" : "held",
            Stage.Predict => Invariant($"{Count("forecasts"):N0} forecasts, {Count("newForecasts"):N0} new"),
            Stage.DriftCheck when stage.Counts.ContainsKey("shifted") => Invariant(
                $"{Count("shifted"):N0} of {Count("features"):N0} features shifted, {Count("settled"):N0} forecasts settled"),
            _ => Invariant($"{Count("settledByRun"):N0} forecasts settled"),
        };
        return stage.Remembered ? $"{words} (remembered)" : words;
    }

    static string Some(long count, string what) => count > 0 ? Invariant($", {count:N0} {what}") : "";

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
