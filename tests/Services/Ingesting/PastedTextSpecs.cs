using System.Text;
using Soccer.Contracts.Ingest.V1;
using Soccer.Ingest;

namespace Soccer.Services.Tests.Ingesting;

/// <summary>What a person may paste into the queue's page.</summary>
sealed class PastedTextSpecs
{
    [TestCase("{}")]
    [TestCase("""{"asOf":"2025-02-01","reason":"after the weekend","training":"never"}""")]
    [TestCase("""{"AsOf":"2025-02-01"}""")]
    [TestCase("""{"messageType":["urn:message:Soccer.Contracts.Ingest.V1:StartRun"],"message":{"aMemberOfTheFuture":1}}""", Description = "a bus client's envelope")]
    public void Is_a_command(string text) => Assert.That(() => PastedText.Check(Encoding.UTF8.GetBytes(text)), Throws.Nothing);

    [TestCase("", "The message is empty. Send {} or an object with any of: asOf, force, reason, requester, runId, training, trials")]
    [TestCase("run!", "The message is not JSON. Send {} or")]
    [TestCase("[]", "The message is a JSON array. Send {} or")]
    [TestCase("null", "The message is a JSON null. Send {} or")]
    [TestCase("""{"asof2":"2025-02-01"}""", "Unknown member 'asof2'. Send {} or an object with any of: asOf,")]
    public void Is_refused_with_a_reason(string text, string reason) =>
        Assert.That(() => PastedText.Check(Encoding.UTF8.GetBytes(text)), Throws.TypeOf<InvalidCommandException>().With.Message.StartsWith(reason));

    [TestCase("hello", "The message is not JSON. Send {} or")]
    [TestCase("""{"asOf":"2025-02-30"}""", "asOf must be a day that exists, such as 2025-02-01, not \"2025-02-30\"")]
    [TestCase("""{"training":"sometimes"}""", "training must be auto, always or never, not \"sometimes\"")]
    [TestCase("""{"trials":-1}""", "trials must be a whole number from 0 to 1000, not -1")]
    [TestCase("""{"trials":1.5}""", "trials must be a whole number from 0 to 1000, not 1.5")]
    [TestCase("""{"Force":"yes"}""", "force must be true or false, not \"yes\"")]
    [TestCase("""{"runId":7}""", "runId must be a UUID, or left out, not 7")]
    [TestCase("""{"reason":[1]}""", "reason must be a text, not [1]")]
    [TestCase("""{"asOf":"2025-01-01","asOf":"2025-02-01"}""", "Member 'asOf' occurs more than once. Name it once.")]
    [TestCase("""{"asOf":"2025-01-01","AsOf":"2025-02-01"}""", "Member 'asOf' occurs more than once. Name it once.")]
    public void Is_refused_with_the_member_and_what_to_write(string text, string reason) =>
        Assert.That(() => PastedText.Check(Encoding.UTF8.GetBytes(text)), Throws.TypeOf<InvalidCommandException>().With.Message.StartsWith(reason));

    [TestCase("""{"asOf":null,"reason":null,"requester":"me","runId":"0194c1a2-0000-7000-8000-000000000001","training":"Always","trials":10,"force":true}""")]
    public void May_have_every_member_of_the_command(string text) => Assert.That(() => PastedText.Check(Encoding.UTF8.GetBytes(text)), Throws.Nothing);

    [TestCase("Zoë's weekend 🏟", "cli")]
    [TestCase(null, null)]
    public void Texts_may_hold_any_letters(string? reason, string? requester) =>
        Assert.That(() => PastedText.CheckTexts(new StartRun(Reason: reason, Requester: requester)), Throws.Nothing);

    // The database can't hold U+0000, and the others have no place in a reason.
    [TestCase("a\0b", "cli", @"reason holds the control character \u0000. Leave it out.")]
    [TestCase("a\u001B[31mb", "cli", @"reason holds the control character \u001B. Leave it out.")]
    [TestCase("why", "\0", @"requester holds the control character \u0000. Leave it out.")]
    public void Texts_with_control_characters_are_refused(string reason, string requester, string message) =>
        Assert.That(() => PastedText.CheckTexts(new StartRun(Reason: reason, Requester: requester)),
            Throws.TypeOf<InvalidCommandException>().With.Message.EqualTo(message));
}
