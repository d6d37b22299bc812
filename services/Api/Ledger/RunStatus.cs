using System.Text.Json;

namespace Soccer.Api.Ledger;

// Written in lower case with dashes, no-champion, in JSON, in SQL and in metrics.

/// <summary>How a run stands.</summary>
public enum RunStatus
{
    /// <summary>The broker has the command; no stage has said anything yet.</summary>
    Accepted,

    /// <summary>On its way.</summary>
    Running,

    /// <summary>Through to the end.</summary>
    Completed,

    /// <summary>
    /// Through to the end, but pages or files of the source could not be read: a file stands with its last good bytes, or is missing where
    /// there are none.
    /// </summary>
    Partial,

    /// <summary>A completed run had worked the same snapshot through.</summary>
    Unchanged,

    /// <summary>The snapshot can't be right.</summary>
    Rejected,

    /// <summary>A newer snapshot was merged first.</summary>
    Superseded,

    /// <summary>There is no champion, so there are no forecasts.</summary>
    NoChampion,

    /// <summary>A stage gave a message up, and nothing has mended it since; also where the other stages went through to the end.</summary>
    Failed,

    /// <summary>Nothing was heard of it for a while.</summary>
    Stalled,
}

/// <summary>The statuses' names and kinds.</summary>
public static class RunStatuses
{
    /// <summary>The name: no-champion.</summary>
    public static string Name(this RunStatus status) => JsonNamingPolicy.KebabCaseLower.ConvertName(status.ToString());

    /// <summary>The status of a name, or none.</summary>
    public static RunStatus? Find(string name)
    {
        foreach (var status in Enum.GetValues<RunStatus>())
        {
            if (status.Name() == name)
                return status;
        }
        return null;
    }

    /// <summary>Whether more is expected of the run.</summary>
    public static bool IsOpen(this RunStatus status) => status is RunStatus.Accepted or RunStatus.Running or RunStatus.Stalled;
}
