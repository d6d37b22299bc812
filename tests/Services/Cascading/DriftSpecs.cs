using Soccer.Contracts.DriftCheck.V1;

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
}
