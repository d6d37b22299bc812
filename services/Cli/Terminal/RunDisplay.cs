using System.Globalization;
using Soccer.Cli.Lists;
using Soccer.Cli.Runs;
using Soccer.Contracts;
using Spectre.Console;

namespace Soccer.Cli.Terminal;

/// <summary>Shows a run's stages while it goes on: a live table on a terminal, else a line whenever a stage changes.</summary>
static class RunDisplay
{
    const int BarWidth = 12;
    const int ProgressWidth = BarWidth + 20;

    static readonly Column<StageView>[] StageColumns =
    [
        new("stage", "stage", stage => stage.Stage),
        new("state", "state", stage => stage.State)
        {
            Colour = stage => stage.State switch { "done" => "green", "failed" => "red", "running" => "yellow", _ => null },
        },
        new("seconds", "seconds", stage => stage.Seconds ?? (object)"") { Format = "0.0" },
        new("result", "result", stage => StageWords.Of(stage)) { Wraps = true },
    ];

    /// <summary>Follows a run and returns it as it ended.</summary>
    public static async Task<RunView> Show(Guid id, Func<Action<RunView?>, Task<RunView>> follow)
    {
        Screen.Line($"run [bold]{id}[/]");
        if (!Screen.IsTerminal)
            return await follow(Lines());
        return await AnsiConsole.Live(TableOf(null)).StartAsync(live => follow(run =>
        {
            live.UpdateTarget(TableOf(run));
            live.Refresh();
        }));
    }

    /// <summary>Shows a run as it stands.</summary>
    public static void Print(RunView run) => Lists.Table.Print(StageColumns, run.Stages, more: "see --json");

    static Action<RunView?> Lines()
    {
        var shown = new Dictionary<string, string>();
        return run =>
        {
            foreach (var stage in run?.Stages ?? [])
            {
                if (stage.State == "pending" || shown.GetValueOrDefault(stage.Stage) == stage.State)
                    continue;
                shown[stage.Stage] = stage.State;
                var came = stage.State == "done" ? Screen.Plain(StageWords.Of(stage)) : "";
                Screen.Line($"{stage.Stage,-12}{stage.State,-8}{SecondsOf(stage),8}  {came}".TrimEnd());
            }
        };
    }

    static Spectre.Console.Table TableOf(RunView? run)
    {
        var table = new Spectre.Console.Table().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn("stage").NoWrap());
        table.AddColumn(new TableColumn("progress").Width(ProgressWidth).NoWrap());
        table.AddColumn(new TableColumn("seconds").NoWrap().RightAligned());
        table.AddColumn("what came of it");
        foreach (var name in Stage.All)
        {
            var stage = run?.Stages.FirstOrDefault(known => known.Stage == name) ?? new StageView(name, "pending", null, false, new Dictionary<string, long>(), null);
            table.AddRow(name, ProgressOf(stage), SecondsOf(stage), Screen.Plain(StageWords.Of(stage)));
        }
        return table;
    }

    static string ProgressOf(StageView stage) => stage.State switch
    {
        "done" => $"[green]{new string('━', BarWidth)} done[/]",
        "failed" => $"[red]{new string('━', BarWidth)} failed[/]",
        "skipped" => $"[grey]{new string(' ', BarWidth)} skipped[/]",
        "running" => BarOf(stage.Progress),
        _ => "",
    };

    static string BarOf(ProgressView? progress)
    {
        if (progress is not { Total: > 0 })
            return $"[grey]{new string('━', BarWidth)}[/] [yellow]{Screen.Plain(progress?.Step ?? "running")}[/]";
        var share = Math.Clamp((double)progress.Done / progress.Total, 0, 1);
        var full = (int)(share * BarWidth);
        return $"[yellow]{new string('━', full)}[/][grey]{new string('━', BarWidth - full)}[/] {(int)(share * 100),3}% {Screen.Plain(progress.Step)}";
    }

    static string SecondsOf(StageView stage) => stage.Seconds is { } seconds ? seconds.ToString("0.0", CultureInfo.InvariantCulture) : "";
}
