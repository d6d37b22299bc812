using Soccer.Api.Problems;

namespace Soccer.Api.Tests.Http;

/// <summary>What a caller reads about a wrong value.</summary>
public sealed class InputSpecs
{
    [TestCase("1900-01-01", "'1900-01-01' is out of range: write a day from 1993-07-01 to 2099-12-31")]
    [TestCase("2025-02-30", "'2025-02-30' is not a day: write year, month and day as 2025-02-01, from 1993-07-01 to 2099-12-31")]
    public void A_day_out_of_range_is_not_called_no_day(string text, string advice) => Assert.That(Input.DayAdvice(text), Is.EqualTo(advice));

    [Test]
    public void A_wrong_id_is_answered_with_where_to_find_one() =>
        Assert.That(
            Assert.Throws<InvalidInputException>(() => Input.Hash("a", "xyz"))!.Message, Is.EqualTo("'xyz' is not an id: write 8 to 64 of the digits 0 to 9 and a to f"));
}
