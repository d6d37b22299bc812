using Soccer.Cli.Services;

namespace Soccer.Cli.Runs;

/// <summary>Follows a run until it ends.</summary>
sealed class RunFollow(ApiClient api, TimeProvider time)
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>How long the Api may be away while a run is followed: a restart takes seconds.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Asks until the run has ended, and shows each answer; none is shown while nothing was heard of the run.</summary>
    /// <exception cref="ExitException">It did not end in time, or the Api is away for too long.</exception>
    public async Task<RunView> ToItsEnd(Guid id, TimeSpan limit, Action<RunView?> show, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var answered = began;
        for (RunView? run = null; ; await Task.Delay(Pause, time, cancellation))
        {
            try
            {
                run = await api.Find<RunView>($"v1/runs/{id}", cancellation) ?? run;
                answered = time.GetTimestamp();
                show(run);
                if (run is { IsOpen: false })
                    return run;
            }
            catch (ApiAwayException error)
            {
                if (time.GetElapsedTime(answered) > Patience)
                    throw new ExitException(Exit.Away, $"{error.Message} Run {id} goes on; ask for it later: ./soccer run-show {id}");
            }
            if (time.GetElapsedTime(began) > limit)
                throw new ExitException(run is null ? Exit.Away : Exit.Failed, TooLong(id, run, limit));
        }
    }

    static string TooLong(Guid id, RunView? run, TimeSpan limit) => run is null
        ? $"Nothing was heard of run {id} in {limit.TotalSeconds:0} s: is Ingest running?"
        : $"Run {id} is still {run.Status} after {limit.TotalSeconds:0} s. It goes on; ask for it later: ./soccer run-show {id}";
}
