using Soccer.Predict.Explain;

namespace Soccer.Services.Tests.Predicting;

sealed class ShelfSpecs
{
    readonly List<string> fetched = [];

    [SetUp]
    public void Forget() => fetched.Clear();

    [Test]
    public async Task Those_who_ask_at_once_wait_for_one_fetch()
    {
        var arrival = new TaskCompletionSource<string>();
        var shelf = new Shelf<string>(2, id => Fetch(id, arrival.Task));
        var asked = Enumerable.Range(0, 20).Select(_ => shelf.Of("a")).ToArray();
        arrival.SetResult("thing");
        Assert.That(await Task.WhenAll(asked), Is.All.EqualTo("thing"));
        Assert.That(fetched, Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public async Task What_was_not_asked_for_longest_makes_room()
    {
        var shelf = new Shelf<string>(2, id => Fetch(id, Task.FromResult(id)));
        foreach (var id in (string[])["a", "b", "a", "c", "a", "b"])
            Assert.That(await shelf.Of(id), Is.EqualTo(id));
        Assert.That(fetched, Is.EqualTo(new[] { "a", "b", "c", "b" }));
    }

    [Test]
    public async Task What_could_not_be_fetched_is_fetched_again()
    {
        var shelf = new Shelf<string>(1, id => Fetch(id, fetched.Count == 0 ? Task.FromException<string>(new IOException("the line is cut")) : Task.FromResult(id)));
        Assert.That(async () => await shelf.Of("a"), Throws.InstanceOf<IOException>());
        Assert.That(await shelf.Of("a"), Is.EqualTo("a"));
    }

    Task<string> Fetch(string id, Task<string> arrival)
    {
        fetched.Add(id);
        return arrival;
    }
}
