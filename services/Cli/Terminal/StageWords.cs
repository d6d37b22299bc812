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
            Stage.Ingest => $"{Counted.Of(Count("files"), "file")}{Invariant($", {Count("changedFiles"):N0} changed")}{Some(Count("staleFiles"), "stale")}",
            Stage.Validate when stage.Counts.ContainsKey("gatesFailed") =>
                $"{Counted.Of(Count("gatesFailed"), "gate")} failed, {Counted.Of(Count("quarantined"), "row")} in quarantine",
            Stage.Validate when stage.Counts.ContainsKey("mergedSnapshot") => $"snapshot {Count("mergedSnapshot")} was merged before",
            Stage.Validate => Invariant($"{Counted.Of(Count("matches"), "match", "es")}, {Count("added"):N0} added, {Count("changed"):N0} changed")
                + Some(Count("removed"), "removed") + Some(Count("quarantined"), "in quarantine"),
            Stage.Featurize => Invariant($"{Counted.Of(Count("features"), "feature")}, {Count("changedRows"):N0} of {Counted.Of(Count("rows"), "row")} changed"),
            Stage.Train when !stage.Counts.ContainsKey("fitRows") => $"{Counted.Of(Count("trials"), "trial")}, trial {Count("chosenTrial")} chosen",
            Stage.Train => $"{Counted.Of(Count("fitRows"), "match", "es")} to fit{Some(Count("stopRows"), "to stop")}"
                + $"{Some(Count("holdOutRows"), "held out")}, {Counted.Of(Count("rounds"), "round")}"
                + (Count("trials") > 0 ? $", {Counted.Of(Count("trials"), "trial")}" : ""),
            Stage.Promote => Count("promoted") == 1 ? "promoted" : "held",
            Stage.Predict => Invariant($"{Counted.Of(Count("forecasts"), "forecast")}, {Count("newForecasts"):N0} new"),
            Stage.DriftCheck when stage.Counts.ContainsKey("shifted") => Invariant(
                $"{Count("shifted"):N0} of {Counted.Of(Count("features"), "feature")} shifted, {Counted.Of(Count("settled"), "forecast")} settled"),
            _ => $"{Counted.Of(Count("settledByRun"), "forecast")} settled",
        };
        return stage.Remembered ? $"{words} (remembered)" : words;
    }

    static string Some(long count, string what) => count > 0 ? Invariant($", {count:N0} {what}") : "";

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
