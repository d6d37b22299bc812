using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Soccer.Validate.Reading;

namespace Soccer.Validating.Tests.Consuming;

public sealed class SnapshotReaderSpecs
{
    [Test]
    public async Task Reads_every_file_and_tells_how_far_it_is()
    {
        await using var stage = await ScratchStage.Start();
        await stage.Store(1, Seasons(15));
        List<int> told = [];
        var dataset = await Read(stage, (done, _) => told.Add(done));
        Assert.That(dataset.Matches, Has.Count.EqualTo(60));
        Assert.That(told, Is.EqualTo(Enumerable.Range(0, 61)));
    }

    // More files than are read and waited for at a time, so that somebody would be left waiting.
    [Test, CancelAfter(60_000)]
    public async Task An_error_of_every_reader_is_thrown_and_nobody_waits_for_ever(CancellationToken cancellation)
    {
        await using var stage = await ScratchStage.Start();
        await stage.Store(1, Seasons(15));
        var reading = Read(stage, (done, _) =>
        {
            if (done > 0)
                throw new InvalidOperationException("the reader fell over");
        });
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => reading.WaitAsync(cancellation));
        Assert.That(error!.Message, Is.EqualTo("the reader fell over"));
    }

    static Task<Soccer.Validate.Matching.Dataset> Read(ScratchStage stage, Action<int, int> progress) =>
        SnapshotReader.Read(stage.Services.GetRequiredService<NpgsqlDataSource>(), 1, progress, CancellationToken.None);

    /// <summary>A file of one match for each of so many seasons of four divisions.</summary>
    static (string Path, string Text)[] Seasons(int count) =>
    [
        .. from year in Enumerable.Range(2000, count)
           from division in new[] { "E0", "E1", "E2", "E3" }
           let season = $"{year % 100:00}{(year + 1) % 100:00}"
           select ($"mmz4281/{season}/{division}.csv", $"{Invented.Header}\n{division},30/11/{year},Aston,Burton,1,0,H\n"),
    ];
}
