using Soccer.Cli.Terminal;
using Spectre.Console;

namespace Soccer.Cli.Backtests;

/// <summary>Shows what a backtest is doing: a line that changes on a terminal, else a line a step on the standard error.</summary>
static class BacktestDisplay
{
    /// <summary>Follows a backtest and returns it as it ended.</summary>
    /// <param name="id">The backtest.</param>
    /// <param name="quiet">Show nothing.</param>
    /// <param name="follow">Follows it and hands each answer on.</param>
    public static async Task<BacktestView> Show(Guid id, bool quiet, Func<Action<BacktestView>, Task<BacktestView>> follow)
    {
        if (quiet)
            return await follow(_ => { });
        Screen.Aside($"backtest [bold]{id}[/]");
        if (!Screen.IsTerminal)
            return await follow(Lines());
        return await AnsiConsole.Status().StartAsync("waiting for Train", status => follow(backtest =>
        {
            if (backtest.Progress is { } progress)
                status.Status = Screen.Plain(progress.Done > 0 ? $"{progress.Step}, round {progress.Done}" : progress.Step);
        }));
    }

    static Action<BacktestView> Lines()
    {
        string? shown = null;
        return backtest =>
        {
            if (backtest.Progress is { } progress && progress.Step != shown)
                Screen.Aside(Screen.Plain(shown = progress.Step));
        };
    }
}
