using Microsoft.Extensions.Options;
using Soccer.Contracts.Progress.V1;

namespace Soccer.Api.Ledger;

/// <summary>The newest progress report of each stage of the runs that were heard last. In memory, and bounded: it may be lost.</summary>
public sealed class ProgressBoard(IOptions<ApiOptions> options)
{
    readonly Lock gate = new();
    readonly Dictionary<Guid, Dictionary<string, StageProgressed>> runs = [];

    /// <summary>Takes a report unless a newer one of its stage is here.</summary>
    public void Take(StageProgressed report)
    {
        lock (gate)
        {
            if (!runs.TryGetValue(report.RunId, out var stages))
            {
                if (runs.Count >= options.Value.ProgressRuns)
                    runs.Remove(runs.MinBy(run => run.Value.Values.Max(stage => stage.At)).Key);
                runs[report.RunId] = stages = [];
            }
            if (!stages.TryGetValue(report.Stage, out var held) || held.At <= report.At)
                stages[report.Stage] = report;
        }
    }

    /// <summary>A run's newest reports, by stage.</summary>
    public IReadOnlyDictionary<string, StageProgressed> Of(Guid runId)
    {
        lock (gate)
            return runs.TryGetValue(runId, out var stages) ? new Dictionary<string, StageProgressed>(stages) : [];
    }

    /// <summary>How a run stands now, by its stored status and by what was heard of it last, here or in the ledger.</summary>
    public RunStatus StatusOf(Guid runId, RunStatus stored, DateTime lastEvent, ApiOptions limits, TimeProvider time)
    {
        if (!stored.IsOpen())
            return stored;
        var reports = Of(runId);
        var status = reports.Count > 0 ? RunStatus.Running : stored;
        var lastHeard = reports.Values.Select(report => report.At).Append(lastEvent).Max();
        return RunState.At(time.GetUtcNow().UtcDateTime, status, lastHeard, TimeSpan.FromMinutes(limits.StalledAfterMinutes));
    }
}
