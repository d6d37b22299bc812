using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Soccer.Api.Ledger;

namespace Soccer.Api.Tests.Ledger;

public sealed class DeadLetterSpecs
{
    static readonly Guid Run = Guid.Parse("0194c1a2-0000-7000-8000-000000000001");

    [Test]
    public void Reads_the_run_and_the_type_out_of_an_envelope()
    {
        var letter = Read($$"""
            {"messageType":["urn:message:Soccer.Contracts.Ingest.V1:SnapshotIngested"],"conversationId":"{{Guid.NewGuid()}}",
             "message":{"run":{"id":"{{Run}}","asOf":"2025-02-01","reason":"why","requester":"who","training":"Always","force":true},"files":3} }
            """);
        Assert.That(letter.Message, Is.EqualTo("SnapshotIngested"));
        Assert.That(letter.RunId, Is.EqualTo(Run));
        Assert.That(letter.Run, Is.EqualTo(new Contracts.Run(Run, new DateOnly(2025, 2, 1), "why", "who", Contracts.Training.Always, true)));
    }

    [Test]
    public void A_command_tells_its_run_by_the_conversation() =>
        Assert.That(Read($$"""{"messageType":["urn:message:Soccer.Contracts.Ingest.V1:StartRun"],"conversationId":"{{Run}}","message":{} }""").RunId, Is.EqualTo(Run));

    [Test]
    public void A_body_without_a_run_has_that_of_its_headers() =>
        Assert.That(DeadLetter.Read("build-features", "rejected", null, Run, "not json"u8.ToArray()).RunId, Is.EqualTo(Run));

    [TestCase("[]")]
    [TestCase("7")]
    [TestCase("{\"messageType\":{},\"message\":{\"run\":\"x\"},\"conversationId\":7}")]
    [TestCase("{\"messageType\":[],\"message\":{\"run\":{\"id\":7}}}")]
    public void A_body_that_is_no_envelope_tells_nothing(string body)
    {
        var letter = Read(body);
        Assert.That(letter.RunId, Is.Null);
        Assert.That(letter.Text, Is.EqualTo(body));
    }

    [Test]
    public void Any_bytes_can_be_read_and_the_same_bytes_are_the_same_letter() =>
        Prop.ForAll<byte[]>(bytes =>
        {
            var (one, two) = (DeadLetter.Read("q", null, null, null, bytes), DeadLetter.Read("q", null, null, null, bytes));
            return one.Id == two.Id && !one.Text.Contains('\0');
        }).QuickCheckThrowOnFailure();

    static DeadLetter Read(string body) => DeadLetter.Read("validate-snapshot", "delivery_limit", null, null, Encoding.UTF8.GetBytes(body));
}
