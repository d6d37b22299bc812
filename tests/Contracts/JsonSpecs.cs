using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Soccer.Contracts.Ingest.V1;

namespace Soccer.Contracts.Tests;

/// <summary>Messages travel as JSON with web defaults and enums as text.</summary>
public sealed class JsonSpecs
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    static IReadOnlyList<Type> Records => Contract.Records;

    static IEnumerable<Type> Enums => Contract.All.Where(type => type.IsEnum);

    [TestCaseSource(nameof(Records))]
    public void Comes_through_JSON_unchanged(Type record) => ComesThrough(Examples.Full(record));

    [TestCaseSource(nameof(Records))]
    public void Comes_through_JSON_unchanged_with_nothing_where_nothing_may_be(Type record) => ComesThrough(Examples.Sparse(record));

    [TestCaseSource(nameof(Records))]
    public void Is_read_by_an_older_service_that_does_not_know_a_new_member(Type record)
    {
        var message = Examples.Full(record);
        var json = JsonSerializer.SerializeToNode(message, record, Json)!.AsObject();
        json["aMemberOfTheFuture"] = new JsonObject { ["deep"] = 1 };
        Assert.That(JsonSerializer.Serialize(json.Deserialize(record, Json), record, Json), Is.EqualTo(JsonSerializer.Serialize(message, record, Json)));
    }

    [TestCaseSource(nameof(Records))]
    public void Is_read_from_an_older_service_that_leaves_its_optional_members_out(Type record)
    {
        var json = JsonSerializer.SerializeToNode(Examples.Full(record), record, Json)!.AsObject();
        var optional = Contract.Members(record).Where(member => member.HasDefaultValue).ToList();
        foreach (var member in optional)
            json.Remove(JsonNamingPolicy.CamelCase.ConvertName(member.Name!));
        var read = json.Deserialize(record, Json)!;
        foreach (var member in optional)
        {
            var value = record.GetProperty(member.Name!)!.GetValue(read);
            Assert.That(value is Enum known ? Convert.ToInt32(known, null) : value, Is.EqualTo(member.RawDefaultValue), member.Name);
        }
    }

    [TestCaseSource(nameof(Enums))]
    public void An_enum_travels_as_text_whatever_the_serialisers_options(Type type)
    {
        foreach (var value in Enum.GetValues(type))
            Assert.That(JsonSerializer.Serialize(value, type, JsonSerializerOptions.Web), Is.EqualTo($"\"{value}\""),
                "give it a JsonStringEnumConverter: numbers say nothing, and move");
    }

    [Test]
    public void StartRun_is_read_from_an_empty_object() =>
        Assert.That(JsonSerializer.Deserialize<StartRun>("{}", Json), Is.EqualTo(new StartRun(null, null, null, null, Training.Auto, false)));

    [Test]
    public void StartRun_is_read_as_a_person_writes_it() => Assert.That(
        JsonSerializer.Deserialize<StartRun>("""{ "asOf": "2025-02-01", "reason": "by hand", "training": "never", "force": true }""", Json),
        Is.EqualTo(new StartRun(null, new DateOnly(2025, 2, 1), "by hand", null, Training.Never, true)));

    static void ComesThrough(object message)
    {
        var json = JsonSerializer.Serialize(message, message.GetType(), Json);
        var read = JsonSerializer.Deserialize(json, message.GetType(), Json)!;
        Assert.Multiple(() =>
        {
            Assert.That(JsonSerializer.Serialize(read, message.GetType(), Json), Is.EqualTo(json));
            // Records hold arrays, which are equal only to themselves; so member by member.
            foreach (var property in message.GetType().GetProperties())
                Assert.That(property.GetValue(read), Is.EqualTo(property.GetValue(message)).UsingPropertiesComparer(), property.Name);
        });
    }
}
