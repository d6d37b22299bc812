using Soccer.Validate.Reading;

namespace Soccer.Validating.Tests.Reading;

public sealed class SourceDatesSpecs
{
    [TestCase("14/08/93", "1993-08-14")]
    [TestCase("01/01/00", "2000-01-01")]
    [TestCase("9/3/2019", "2019-03-09")]
    [TestCase("29/02/2024", "2024-02-29")]
    public void Reads_two_and_four_digits_of_a_year(string cell, string date) =>
        Assert.That(SourceDates.Date(cell), Is.EqualTo(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)));

    [TestCase("")]
    [TestCase("30/02/2024")]
    [TestCase("13/13/2024")]
    [TestCase("2024-08-14")]
    [TestCase("14/08/202")]
    [TestCase("14/08/24/1")]
    [TestCase("a/b/c")]
    public void Anything_else_is_no_date(string cell) => Assert.That(SourceDates.Date(cell), Is.Null);

    [TestCase("19:45", 19, 45)]
    [TestCase("7:05", 7, 5)]
    public void Reads_a_time(string cell, int hour, int minute) => Assert.That(SourceDates.Time(cell), Is.EqualTo(new TimeOnly(hour, minute)));

    [TestCase("")]
    [TestCase("25:00")]
    [TestCase("TBC")]
    public void Anything_else_is_no_time(string cell) => Assert.That(SourceDates.Time(cell), Is.Null);

    [TestCase("2012/2013", 2012)]
    [TestCase("2025", 2025)]
    public void A_season_is_the_year_in_which_it_began(string cell, int season) => Assert.That(SourceDates.Season(cell), Is.EqualTo(season));

    [TestCase("")]
    [TestCase("2012/2014")]
    [TestCase("12/13")]
    public void Anything_else_is_no_season(string cell) => Assert.That(SourceDates.Season(cell), Is.Null);
}
