using Soccer.Contracts;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Ingest.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Promote.V1;
using Soccer.Contracts.Train.V1;
using Soccer.Contracts.Validate.V1;

namespace Soccer.Api.Tests.Ledger;

/// <summary>The events of a run, as the stages publish them.</summary>
sealed class RunEvents(Run run)
{
    static readonly DateTime Start = new(2025, 2, 1, 20, 0, 0, DateTimeKind.Utc);

    public static RunEvents Any() => new(new Run(Guid.NewGuid(), new DateOnly(2025, 2, 1), "a test", "tester"));

    public Run Run { get; } = run;

    public SnapshotIngested Ingested(int stale = 0) => Ingested(stale, stale > 0 ? ["mmz4281/2425/E0.csv: 503"] : []);

    public SnapshotIngested Ingested(int stale, string[] failed) => new(Run, "s1", 7, 30, 4, stale, 5_000_000, failed, Step("code-i", 0, 2.5));

    public SnapshotUnchanged Unchanged(Guid completed) => new(Run, "s1", 7, completed, Step("code-i", 0, 0.5));

    public SnapshotValidated Validated() => new(
        Run, "s1", 7, 3, "d3", 1000, 10, 9000, 12, 2, 1, 5, [new GateFigure("domain", "share of rows in quarantine", 0.01, 0.05, true)], Step("code-v", 3, 4));

    public SnapshotRejected Rejected() => new(Run, "s1", 7,
        [new("structure", "share of files without a date column", 0, 0.1, true), new("domain", "share of rows in quarantine", 0.31, 0.05, false)], 310, Step("code-v", 3, 4));

    public SnapshotSuperseded Superseded() => new(Run, "s1", 7, 9, Step("code-v", 3, 0.1));

    public FeaturesBuilt Built(bool train = true) => new(Run, 3, "d3", 5, "f5", "schema", 60, 1010, 22, train, "no champion", Step("code-f", 8, 6));

    public StudyEnded Ended() => new(Run, "study", 10, 16, 7, 1.008, 1.01, "all 3 rounds are complete");

    public ModelTrained Trained(string model = "m1") => new(
        Run, model, "results-only", 3, 5, "schema", 800, 100, 100, 240, [new Score("model", 100, 1.01, 0.2, 0.6, 0.49, 0.02)], Step("code-t", 15, 20),
        Libraries: "XGBoost 1.7.4, LightGBM none");

    public ModelPromoted Promoted(string model = "m1") => new(Run, model, 1, null, 3, 5, ["log loss 1.0100, marginals 1.0700"], Step("code-p", 36, 1));

    public ModelHeld Held(string? champion) => new(Run, "m1", champion, 3, 5, ["log loss 1.1000 is worse than the marginals' 1.0700"], Step("code-p", 36, 1));

    public PredictionsRefreshed Refreshed(string? model = "m1") =>
        new(Run, model, 3, 5, 10, model is null ? 0 : 10, model is null ? 0 : 10, model is null ? ["there is no champion"] : [], Step("code-r", 38, 1));

    public ForecastsSettled Settled() => new(Run, 3, 8, 80, 1.02);

    public DriftChecked Drift(string? model = "m1") => new(Run, model, 5, 60, 2, 0.3, "elo_difference", 80, Step("code-d", 40, 2));

    /// <summary>A run that trained, to its end.</summary>
    public object[] Completed(int stale = 0) => [Ingested(stale), Validated(), Settled(), Built(), Trained(), Promoted(), Refreshed(), Drift()];

    /// <summary>A run for which no training was wanted, to its end.</summary>
    public object[] CompletedWithoutTraining() => [Ingested(), Validated(), Settled(), Built(train: false), Refreshed(), Drift()];

    static StepTime Step(string code, double after, double seconds) => new(code, Start.AddSeconds(after), seconds, false);
}
