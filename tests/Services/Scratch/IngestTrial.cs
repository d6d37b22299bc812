using Microsoft.Extensions.DependencyInjection;
using Soccer.Api.Ledger;
using Soccer.Contracts;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Ingest.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Ingest;
using Soccer.Source.Faults;

namespace Soccer.Services.Tests.Scratch;

/// <summary>A source and Ingest, on a database of their own, at a clock that jumps over every wait.</summary>
sealed class IngestTrial : IAsyncDisposable
{
    public static readonly DateOnly Day = new(2025, 2, 1);

    IngestTrial(ScratchDatabase database, SourceHost source, StageHost ingest, JumpingClock clock) =>
        (Database, Source, Ingest, Clock) = (database, source, ingest, clock);

    public ScratchDatabase Database { get; }

    public SourceHost Source { get; }

    public StageHost Ingest { get; }

    public JumpingClock Clock { get; }

    /// <summary>Starts them; skips the test where there is no database server.</summary>
    /// <param name="settings">Of Ingest, over its defaults; the source may be another.</param>
    public static async Task<IngestTrial> Start(params (string Key, string Value)[] settings)
    {
        var database = await ScratchDatabase.Create();
        // The ledger's table of completed runs, which Ingest reads.
        await database.Publish("Api");
        var source = new SourceHost();
        await source.MoveTo(Day);
        // The requests' time limit is 30 s by default.
        var clock = new JumpingClock(new DateTimeOffset(Day, new TimeOnly(12, 0), TimeSpan.Zero), TimeSpan.FromSeconds(30));
        var all = new Dictionary<string, string> { ["Ingest:Source"] = source.Url.AbsoluteUri };
        foreach (var (key, value) in settings)
            all[key] = value;
        var ingest = StageHost.Of<IngestSnapshotConsumer>("ingest", database, all, services => services.AddSingleton<TimeProvider>(clock));
        return new IngestTrial(database, source, ingest, clock);
    }

    /// <summary>A new run's command.</summary>
    public static StartRun Command(Training training = Training.Auto, bool force = false) => new(Guid.NewGuid(), Day, "a test", "a test", training, force);

    /// <summary>Takes the source's state for a new run.</summary>
    public Task<SnapshotIngested> Crawl() => Crawl(Day);

    /// <summary>Takes the source's state for a new run of a day.</summary>
    public Task<SnapshotIngested> Crawl(DateOnly day) => Ingest.Consume<SnapshotIngested>(Command() with { AsOf = day });

    /// <summary>What was asked for since the last time, data files only, by path and status: "mmz4281/2425/E0.csv 304".</summary>
    public async Task<Dictionary<string, int>> Asked() => (await Source.Requests()).Paths
        .Where(request => request.Path.EndsWith(".csv", StringComparison.Ordinal))
        .ToDictionary(request => $"{request.Path[1..]} {request.Status}", request => request.Count);

    /// <summary>The newest snapshot's files: path, hash, and whether they are stale.</summary>
    public Task<List<(string Path, string Sha256, bool Stale)>> Manifest() => Database.Rows<(string, string, bool)>("""
        select path, sha256, stale
        from ingest.snapshot_file
        where number = (select max(number) from ingest.snapshot)
        order by path collate "C"
        """);

    /// <summary>How a run ends that began so and went well in every other stage.</summary>
    public static RunStatus EndOf(SnapshotIngested said) => RunState.Of(new RunHistory(
        [said, new PredictionsRefreshed(said.Run, "m1", 1, 1, 1, 1, 1, [], said.Step), new DriftChecked(said.Run, "m1", 1, 60, 0, 0, null, 0, said.Step)], []));

    /// <summary>A fault.</summary>
    public static Fault Status(string path, int status, int? times = null, int? retryAfter = null) =>
        new(path, FaultKind.Status, times, Status: status, RetryAfterSeconds: retryAfter);

    public async ValueTask DisposeAsync()
    {
        await Ingest.DisposeAsync();
        await Source.DisposeAsync();
        await Database.DisposeAsync();
    }
}
