using Soccer.Cli.Services;

namespace Soccer.Cli.Backtests;

/// <summary>Follows a backtest until it ends.</summary>
sealed class BacktestFollow(ApiClient api, TimeProvider time)
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>How long the Api may be away meanwhile: a restart takes seconds.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Asks until the backtest has ended, and shows each answer.</summary>
    /// <exception cref="ExitException">It did not end in time, or the Api is away for too long.</exception>
    public async Task<BacktestView> ToItsEnd(Guid id, TimeSpan limit, Action<BacktestView> show, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        for (var answered = began; ; await Task.Delay(Pause, time, cancellation))
        {
            try
            {
                // Where it could not be written down when it was accepted, its end will be.
                if (await api.Find<BacktestView>($"v1/backtests/{id}", cancellation) is { } backtest)
                {
                    show(backtest);
                    if (backtest.Status != "pending")
                        return backtest;
                }
                answered = time.GetTimestamp();
            }
            catch (ApiAwayException error)
            {
                if (time.GetElapsedTime(answered) > Patience)
                    throw new ExitException(Exit.Away, $"{error.Message} The backtest goes on; the same ./soccer backtest has its report at once when it is done.");
            }
            if (time.GetElapsedTime(began) > limit)
                throw new ExitException(
                    Exit.Failed, $"The backtest has not ended after {limit.TotalSeconds:0} s: is Train running? If so it goes on; what is fitted is kept for the next try.");
        }
    }
}
