using System.Globalization;
using Soccer.Cli.Runs;
using Soccer.Contracts;
using Spectre.Console;

namespace Soccer.Cli.Terminal;

/// <summary>Shows a run's stages while it goes on: a live table on a terminal, else a line whenever a stage changes.</summary>
static class RunDisplay
{
    const int BarWidth = 16;

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
    public static void Print(RunView run)
    {
        if (Screen.IsTerminal)
            AnsiConsole.Write(TableOf(run));
        else
            Lines()(run);
    }

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
                Screen.Line($"{stage.Stage,-12}{stage.State,-9}{SecondsOf(stage),8}  {Screen.Plain(CountsOf(stage))}".TrimEnd());
            }
        };
    }

    static Table TableOf(RunView? run)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn("stage");
        table.AddColumn("state");
        table.AddColumn(new TableColumn("progress").Width(BarWidth + 22).NoWrap());
        table.AddColumn(new TableColumn("seconds").RightAligned());
        table.AddColumn("counts");
        foreach (var name in Stage.All)
        {
            var stage = run?.Stages.FirstOrDefault(known => known.Stage == name) ?? new StageView(name, "pending", null, false, new Dictionary<string, long>(), null);
            table.AddRow(name, Coloured(stage.State), BarOf(stage), SecondsOf(stage), Screen.Plain(CountsOf(stage)));
        }
        return table;
    }

    static string Coloured(string state) => state switch
    {
        "done" => "[green]done[/]",
        "running" => "[yellow]running[/]",
        "failed" => "[red]failed[/]",
        _ => $"[grey]{state}[/]",
    };

    static string BarOf(StageView stage)
    {
        if (stage.State == "done")
            return $"[green]{new string('━', BarWidth)}[/]{(stage.Remembered ? " [grey]remembered[/]" : "")}";
        if (stage.Progress is not { } progress)
            return "";
        if (progress.Total <= 0)
            return Screen.Plain($"{progress.Step} {progress.Done}");
        var share = Math.Clamp((double)progress.Done / progress.Total, 0, 1);
        var full = (int)(share * BarWidth);
        return $"[yellow]{new string('━', full)}[/][grey]{new string('━', BarWidth - full)}[/] {share,4:P0} {Screen.Plain(progress.Step)}";
    }

    static string SecondsOf(StageView stage) => stage.Seconds is { } seconds ? seconds.ToString("0.0", CultureInfo.InvariantCulture) : "";

    static string CountsOf(StageView stage) => string.Join(", ", stage.Counts.Select(count => string.Create(
        CultureInfo.InvariantCulture, $"{WordsOf(count.Key)} {count.Value:N0}")));

    /// <summary>changedFiles is "changed files".</summary>
    static string WordsOf(string name) => string.Concat(name.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
}
