using Microsoft.Extensions.Options;
using Soccer.Api.Ledger;
using Soccer.Contracts.Progress.V1;

namespace Soccer.Api.Tests.Ledger;

public sealed class ProgressBoardSpecs
{
    static readonly DateTime Noon = new(2025, 2, 1, 12, 0, 0, DateTimeKind.Utc);

    [Test]
    public void Keeps_the_newest_report_of_a_stage_whatever_the_order()
    {
        var board = Board(runs: 5);
        var run = Guid.NewGuid();
        board.Take(new StageProgressed(run, "train", "boost", 20, 100, Noon.AddSeconds(2)));
        board.Take(new StageProgressed(run, "train", "boost", 10, 100, Noon.AddSeconds(1)));
        Assert.That(board.Of(run)["train"].Done, Is.EqualTo(20));
    }

    [Test]
    public void Forgets_the_run_that_was_silent_for_longest()
    {
        var board = Board(runs: 2);
        Guid[] runs = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
        for (var i = 0; i < runs.Length; i++)
            board.Take(new StageProgressed(runs[i], "train", "boost", i, 100, Noon.AddSeconds(i)));
        Assert.That(runs.Select(run => board.Of(run).Count), Is.EqualTo(new[] { 0, 1, 1 }));
    }

    static ProgressBoard Board(int runs) => new(Options.Create(new ApiOptions { ProgressRuns = runs }));
}
