using System.Text;
using Soccer.Source.Replay;

namespace Soccer.Source.Tests;

public sealed class MatchDateSpecs
{
    [TestCase("14/08/93", 1993, 8, 14)]
    [TestCase("01/02/2025", 2025, 2, 1)]
    [TestCase("1/2/25", 2025, 2, 1)]
    [TestCase(" 29/02/2024 ", 2024, 2, 29)]
    [TestCase("\"05/05/00\"", 2000, 5, 5)]
    public void Reads_two_and_four_digits_of_the_year(string cell, int year, int month, int day) =>
        Assert.That(MatchDate.DayNumber(Encoding.Latin1.GetBytes(cell)), Is.EqualTo(new DateOnly(year, month, day).DayNumber));

    [TestCase("")]
    [TestCase("#REF!")]
    [TestCase("29/02/2023")]
    [TestCase("2023-02-28")]
    [TestCase("13/13/2020")]
    [TestCase("1/2")]
    public void Takes_nothing_else_for_a_date(string cell) => Assert.That(MatchDate.DayNumber(Encoding.Latin1.GetBytes(cell)), Is.EqualTo(-1));
}
