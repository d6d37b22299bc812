namespace Soccer.Cli.Runs;

/// <summary>The colour of a run's status.</summary>
static class RunColour
{
    public static string? Of(string status) => status switch
    {
        "completed" or "unchanged" => "green",
        "accepted" or "running" or "partial" or "superseded" => "yellow",
        _ => "red",
    };
}
