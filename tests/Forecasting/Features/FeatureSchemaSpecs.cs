using Soccer.Forecasting.Features;

namespace Soccer.Forecasting.Tests.Features;

public sealed class FeatureSchemaSpecs
{
    [Test]
    public void The_hash_is_over_the_names_in_order()
    {
        // printf 'a\nb' | sha256sum
        var schema = new FeatureSchema([new("a", "first"), new("b", "second")]);
        Assert.That(schema.Hash, Is.EqualTo("7e18f737311b2dc3b2f269dd78396b0351f14fb66efa879f768cb23181883c78"));
        Assert.That(new FeatureSchema([new("a", "in other words"), new("b", "second")]).Hash, Is.EqualTo(schema.Hash));
        Assert.That(new FeatureSchema([new("b", "second"), new("a", "first")]).Hash, Is.Not.EqualTo(schema.Hash));
    }

    [Test]
    public void The_first_version_of_a_formula_is_known_by_its_name_and_a_later_one_is_another_schema()
    {
        var schema = new FeatureSchema([new("a", "first"), new("b", "second", Version: 2)]);
        // printf 'a\nb@2' | sha256sum
        Assert.That(schema.Hash, Is.EqualTo("8ea6810fbe39a77fb37ce2a9931967a63501570f622d22245c0ab333e084e10b"));
        Assert.That(schema.Features[1].Identity, Is.EqualTo("b@2"));
    }

    [Test]
    public void Is_the_schema_that_models_in_use_were_trained_on() => Assert.That(
        FeaturePass.Create().Schema.Hash, Does.StartWith("411ce08b75e4"), "another schema makes every installation train again: raise a version or add a feature on purpose, and write it here");

    [Test]
    public void Knows_where_a_feature_stands()
    {
        var schema = new FeatureSchema([new("a", "first"), new("b", "second")]);
        Assert.That(schema.PositionOf("b"), Is.EqualTo(1));
        Assert.That(() => schema.PositionOf("c"), Throws.InstanceOf<KeyNotFoundException>().With.Message.Contains("Feature c"));
    }

    [Test]
    public void Refuses_one_name_for_two_features() =>
        Assert.That(() => new FeatureSchema([new("a", "first"), new("a", "second")]), Throws.ArgumentException.With.Message.Contains("named a"));

    [Test]
    public void Every_feature_has_a_plain_name_and_a_meaning()
    {
        foreach (var feature in FeaturePass.Create().Schema.Features)
        {
            Assert.That(feature.Name, Does.Match("^[a-z][a-z0-9_]*[a-z0-9]$"));
            Assert.That(feature.Meaning, Has.Length.GreaterThan(15), feature.Name);
        }
    }
}
