using Soccer.Predict.OneMatch;

namespace Soccer.Services.Tests.Predicting;

/// <summary>Reasons of requests that can't be answered.</summary>
sealed class RefusalSpecs
{
    // A pasted request may name anything, and the database can't hold U+0000.
    [Test]
    public void Shows_control_characters_of_the_request() => Assert.That(
        new UnanswerableRequestException("home", "there is no team 'a\0'").Refusal.Reason, Is.EqualTo(@"there is no team 'a\u0000'"));
}
