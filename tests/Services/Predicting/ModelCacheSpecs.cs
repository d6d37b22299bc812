using Soccer.Predict.Explain;

namespace Soccer.Services.Tests.Predicting;

sealed class ModelCacheSpecs
{
    readonly List<string> loaded = [];

    [SetUp]
    public void Forget() => loaded.Clear();

    [Test]
    public async Task Concurrent_callers_share_one_load()
    {
        var arrival = new TaskCompletionSource<string>();
        var models = new ModelCache<string>(2, id => Load(id, arrival.Task));
        var asked = Enumerable.Range(0, 20).Select(_ => models.Of("a")).ToArray();
        arrival.SetResult("model");
        Assert.That(await Task.WhenAll(asked), Is.All.EqualTo("model"));
        Assert.That(loaded, Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public async Task The_least_recently_used_makes_room()
    {
        var models = new ModelCache<string>(2, id => Load(id, Task.FromResult(id)));
        foreach (var id in (string[])["a", "b", "a", "c", "a", "b"])
            Assert.That(await models.Of(id), Is.EqualTo(id));
        Assert.That(loaded, Is.EqualTo(new[] { "a", "b", "c", "b" }));
    }

    [Test]
    public async Task A_failed_load_is_not_kept()
    {
        var models = new ModelCache<string>(
            1, id => Load(id, loaded.Count == 0 ? Task.FromException<string>(new IOException("the line is cut")) : Task.FromResult(id)));
        Assert.That(async () => await models.Of("a"), Throws.InstanceOf<IOException>());
        Assert.That(await models.Of("a"), Is.EqualTo("a"));
    }

    Task<string> Load(string id, Task<string> arrival)
    {
        loaded.Add(id);
        return arrival;
    }
}
