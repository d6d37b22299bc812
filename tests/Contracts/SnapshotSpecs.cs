namespace Soccer.Contracts.Tests;

/// <summary>Contracts are frozen: services of different builds talk to each other, and messages of an old one wait in queues.</summary>
[NonParallelizable]
public sealed class SnapshotSpecs
{
    static IReadOnlyList<Type> Contracts => Contract.All;

    [TestCaseSource(nameof(Contracts))]
    public void Has_the_frozen_shape(Type contract)
    {
        var now = Shape.Of(contract);
        var frozen = Snapshot.Find(contract);
        var change = frozen is null ? new ShapeChange(true, [$"+ {now}"]) : ShapeChange.Between(frozen, now);
        if (change is null)
            return;
        if (change.IsAdditive && Snapshot.IsAccepting)
        {
            Snapshot.Write(contract);
            return;
        }
        Assert.Fail(Message(contract, change, isNew: frozen is null));
    }

    [Test]
    public void Nothing_is_frozen_that_is_gone()
    {
        var known = Contract.All.Select(type => type.FullName).ToHashSet();
        var frozen = Directory.GetFiles(Snapshot.Folder, "*.txt")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .SelectMany(name => Snapshot.Read(name).Select(shape => $"{name}.{Snapshot.NameOf(shape)}"));
        Assert.That(
            frozen.Where(name => !known.Contains(name)), Is.Empty,
            "A contract may go when no queue holds it any more and no service of an older build is about. Then delete its lines under tests/Contracts/Snapshots.");
    }

    [Test]
    public void A_new_member_that_may_be_left_out_is_additive()
    {
        var frozen = new Shape("record Held", ["RunId: Guid"]);
        Assert.That(ShapeChange.Between(frozen, frozen with { Members = ["RunId: Guid"] }), Is.Null);
        Assert.That(ShapeChange.Between(frozen, frozen with { Members = ["RunId: Guid", "Note: string? = null"] })!.IsAdditive, Is.True);
    }

    [TestCase("record Held", "RunId: Guid", "Note: string", TestName = "A_new_member_that_is_demanded_breaks")]
    [TestCase("record Held", "RunId: Guid?", TestName = "Another_type_breaks")]
    [TestCase("record Held", TestName = "A_member_that_is_gone_breaks")]
    [TestCase("record Held to promote-model", "RunId: Guid", TestName = "Another_queue_breaks")]
    public void Breaks(string headline, params string[] members) =>
        Assert.That(ShapeChange.Between(new Shape("record Held", ["RunId: Guid"]), new Shape(headline, members))!.IsAdditive, Is.False);

    [Test]
    public void Another_order_of_members_breaks() =>
        Assert.That(ShapeChange.Between(new Shape("record A", ["B: int", "C: int"]), new Shape("record A", ["C: int", "B: int"]))!.IsAdditive, Is.False);

    [Test]
    public void A_new_value_of_an_enum_breaks() =>
        Assert.That(ShapeChange.Between(new Shape("enum A", ["B"]), new Shape("enum A", ["B", "C"]))!.IsAdditive, Is.False);

    static string Message(Type contract, ShapeChange change, bool isNew)
    {
        var what = $"{contract.FullName} {(isNew ? "is not frozen yet" : "is not as it was frozen")}:\n{string.Join('\n', change.Differences)}\n";
        return change.IsAdditive
            ? $"{what}That is {(isNew ? "a new contract" : "an additive change")}. To accept it:\n  {Snapshot.Accept}=yes dotnet test tests/Contracts\n"
                + $"and commit tests/Contracts/Snapshots/{contract.Namespace}.txt with it."
            : $"{what}That breaks whoever has the old shape: messages that wait in queues, and services that were not restarted yet. Put the member back as it was, "
                + "or add a V2 record beside this one and consume both until V1 has drained. Optional members (with a default value) may be added.";
    }
}
