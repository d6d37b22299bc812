using System.Globalization;

namespace Soccer.Csv.Tests;

public sealed class DateCellSpecs
{
    [TestCase("14/08/93", "1993-08-14")]
    [TestCase("01/01/00", "2000-01-01")]
    [TestCase("9/3/2019", "2019-03-09")]
    [TestCase("29/02/2024", "2024-02-29")]
    [TestCase("06.08.2022", "2022-08-06")]
    [TestCase("6-8-22", "2022-08-06")]
    [TestCase("2022-08-06", "2022-08-06")]
    [TestCase("2022/8/6", "2022-08-06")]
    [TestCase("20220806", "2022-08-06")]
    [TestCase("6 Aug 2022", "2022-08-06")]
    [TestCase("06-Aug-22", "2022-08-06")]
    [TestCase("Sat Aug 6 2022", "2022-08-06")]
    [TestCase("Saturday, 6 August 2022", "2022-08-06")]
    [TestCase("Thu 11 Aug 2022", "2022-08-11")]
    [TestCase("2022-08-06T15:00:00Z", "2022-08-06")]
    [TestCase("2022-08-06 15:00", "2022-08-06")]
    [TestCase("06/08/2022 15:00:00", "2022-08-06")]
    [TestCase("6 Aug 2022 15:00", "2022-08-06")]
    [TestCase("44779", "2022-08-06")]
    public void Reads_a_day_as_people_and_programs_write_it(string cell, string day) =>
        Assert.That(DateCell.Read(cell), Is.EqualTo(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [TestCase("")]
    [TestCase("30/02/2024")]
    [TestCase("13/13/2024")]
    [TestCase("14/08/202")]
    [TestCase("14/08")]
    [TestCase("a/b/c")]
    [TestCase("15:00")]
    [TestCase("6 Foo 2022")]
    [TestCase("123")]
    [TestCase("99999")]
    [TestCase("20221306")]
    [TestCase("-06/08/2022x")]
    public void Anything_else_is_no_day(string cell) => Assert.That(DateCell.Read(cell), Is.Null);

    [Test]
    public void Reads_the_month_first_where_that_is_the_files_order() =>
        Assert.That(DateCell.Read("04/05/2025", DateOrder.MonthFirst), Is.EqualTo(new DateOnly(2025, 4, 5)));

    [TestCase("04/05/2025", "08/13/2025", "08/24/2025", DateOrder.MonthFirst)]
    [TestCase("04/05/2025", "13/08/2025", "24/08/2025", DateOrder.DayFirst)]
    [TestCase("04/05/2025", "05/06/2025", "06/07/2025", DateOrder.DayFirst)]
    [TestCase("13/08/2025", "08/13/2025", "08/14/2025", DateOrder.DayFirst)]
    [TestCase("2025-08-13", "2025-08-14", "2025-08-15", DateOrder.DayFirst)]
    public void A_file_has_the_month_first_only_where_that_is_sure(string first, string second, string third, DateOrder order) =>
        Assert.That(DateCell.OrderOf([first, second, third]), Is.EqualTo(order));

    [Test]
    public void A_file_with_many_dates_of_both_orders_has_none()
    {
        string[] dayFirst = ["13/08/2025", "14/08/2025", "15/08/2025"], monthFirst = ["08/16/2025", "08/17/2025", "08/18/2025"];
        Assert.That(DateCell.OrderOf([.. dayFirst, .. monthFirst]), Is.EqualTo(DateOrder.Mixed));
        Assert.That(DateCell.OrderOf([.. dayFirst, .. monthFirst[..2]]), Is.EqualTo(DateOrder.DayFirst));
        Assert.That(DateCell.OrderOf([.. dayFirst[..2], .. monthFirst]), Is.EqualTo(DateOrder.MonthFirst));
    }

    [Test]
    public void Three_days_that_can_be_no_month_are_proof_in_a_file_of_early_days() =>
        Assert.That(
            DateCell.OrderOf([.. Enumerable.Repeat("08/09/2025", 40), "08/16/2025", "08/17/2025", "08/18/2025"]), Is.EqualTo(DateOrder.MonthFirst));

    [Test]
    public void A_mistyped_day_does_not_turn_a_file_over() =>
        Assert.That(DateCell.OrderOf([.. Enumerable.Range(1, 9).Select(day => $"0{day}/09/2025"), "08/13/2025"]), Is.EqualTo(DateOrder.DayFirst));
}
