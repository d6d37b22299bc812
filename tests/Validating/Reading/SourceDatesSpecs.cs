using Soccer.Validate.Reading;

namespace Soccer.Validating.Tests.Reading;

public sealed class SourceDatesSpecs
{
    [TestCase("19:45", 19, 45)]
    [TestCase("7:05", 7, 5)]
    [TestCase("19:45:00", 19, 45)]
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
