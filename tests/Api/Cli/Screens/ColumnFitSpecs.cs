using Soccer.Cli.Lists;

namespace Soccer.Api.Tests.Cli.Screens;

public sealed class ColumnFitSpecs
{
    /// <summary>An id, two figures of one rank, a sentence.</summary>
    static readonly (int Width, int Least, int Rank)[] Columns = [(8, 8, 0), (5, 5, 2), (6, 6, 2), (40, 20, 1)];

    [Test]
    public void All_columns_stay_where_the_line_is_long_enough() =>
        Assert.That(ColumnFit.Choose(Columns, 65), Is.EqualTo(new[] { (0, 8), (1, 5), (2, 6), (3, 40) }));

    [Test]
    public void Sentences_are_wrapped_before_a_column_is_left_out() =>
        Assert.That(ColumnFit.Choose(Columns, 50), Is.EqualTo(new[] { (0, 8), (1, 5), (2, 6), (3, 25) }));

    [Test]
    public void Columns_of_one_rank_are_left_out_together_those_of_the_highest_first() =>
        Assert.That(ColumnFit.Choose(Columns, 44), Is.EqualTo(new[] { (0, 8), (3, 34) }));

    [Test]
    public void Columns_of_rank_0_stay_though_they_do_not_fit() =>
        Assert.That(ColumnFit.Choose(Columns, 7), Is.EqualTo(new[] { (0, 8) }));
}
