using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.DriftCheck;
using Soccer.Hosting;
using Soccer.Hosting.Database;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Cascading;

sealed class DriftSpecs
{
    [Test]
    public async Task Is_stored_for_every_feature_and_told_in_sum()
    {
        var said = (DriftChecked)TwoRuns.Second[typeof(DriftChecked)].Event;
        var stored = await TwoRuns.Cascade.Database.Rows<(string Feature, double Psi)>(
            "select feature, psi from drift_check.feature_drift where model_id = @ModelId and feature_set_version = @FeatureSetVersion order by psi desc",
            new { said.ModelId, said.FeatureSetVersion });
        using (Assert.EnterMultipleScope())
        {
            Assert.That((said.Features, said.Shifted), Is.EqualTo((stored.Count, stored.Count(feature => feature.Psi >= 0.25))));
            Assert.That((said.LargestFeature, said.LargestPsi), Is.EqualTo((stored[0].Feature, Math.Round(stored[0].Psi, 4))));
            Assert.That(stored.Select(feature => feature.Psi), Has.All.GreaterThanOrEqualTo(0));
        }
    }

    [TestCase(0.25)]
    [TestCase(0.02)]
    public async Task Is_measured_by_a_replica_that_has_checked_nothing(double limit)
    {
        var said = (DriftChecked)TwoRuns.Second[typeof(DriftChecked)].Event;
        var shifted = await TwoRuns.Cascade.Database.Value<int>(
            "select count(*)::int from drift_check.feature_drift where model_id = @ModelId and feature_set_version = @FeatureSetVersion and psi >= @limit",
            new { said.ModelId, said.FeatureSetVersion, limit });
        await using var idle = StageHost.Of<CheckDriftConsumer>(
            "drift-check", TwoRuns.Cascade.Database, new() { ["DriftCheck:ShiftedPsi"] = limit.ToString(CultureInfo.InvariantCulture) });
        Assert.That(await Measured(idle), Is.EqualTo(shifted));
    }

    [Test]
    public async Task Is_not_measured_where_no_champion_was_ever_compared()
    {
        await using var database = await ScratchDatabase.Create();
        await database.Publish("Promote");
        await using var idle = StageHost.Of<CheckDriftConsumer>("drift-check", database);
        await idle.Services.GetRequiredService<Migrator>().Completed;
        Assert.That(await Measured(idle), Is.Null);
    }

    [Test]
    public async Task Is_measured_while_the_database_does_not_answer_as_it_was_a_moment_ago()
    {
        await using var idle = StageHost.Of<CheckDriftConsumer>("drift-check", TwoRuns.Cascade.Database);
        var before = await Measured(idle);
        await using (await TwoRuns.Cascade.Database.Lock("drift_check.feature_drift"))
            Assert.That(Told(idle), Is.EqualTo(before).And.Not.Null);
    }

    static async Task<int?> Measured(StageHost stage)
    {
        await stage.Services.GetRequiredService<DriftGauge>().Take(CancellationToken.None);
        return Told(stage);
    }

    static int? Told(StageHost stage)
    {
        int? measured = null;
        using var listener = new MeterListener();
        var meter = stage.Services.GetRequiredService<ServiceMeter>().Meter;
        listener.InstrumentPublished = (instrument, mine) =>
        {
            if (instrument.Meter == meter && instrument.Name == "soccer_drift_shifted_features")
                mine.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((_, shifted, _, _) => measured = shifted);
        listener.Start();
        listener.RecordObservableInstruments();
        return measured;
    }
}
