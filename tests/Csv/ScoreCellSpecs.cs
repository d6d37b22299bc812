namespace Soccer.Csv.Tests;

public sealed class ScoreCellSpecs
{
    [TestCase("2", 2)]
    [TestCase("2.0", 2)]
    [TestCase("12.000", 12)]
    [TestCase("2,0", 2)]
    [TestCase("0.0", 0)]
    public void Reads_a_whole_number_also_where_a_program_has_written_it_with_a_point(string cell, int number) =>
        Assert.That(ScoreCell.Number(cell), Is.EqualTo(number));

    [TestCase("2.5")]
    [TestCase("2.")]
    [TestCase(".0")]
    [TestCase("-1")]
    [TestCase("+1")]
    [TestCase("1e1")]
    [TestCase("")]
    [TestCase("two")]
    public void Anything_else_is_no_number(string cell) => Assert.That(ScoreCell.Number(cell), Is.Null);

    [TestCase("2-1")]
    [TestCase("2 - 1")]
    [TestCase("2:1")]
    [TestCase("2–1")]
    public void Reads_a_score_in_one_cell(string cell) => Assert.That(ScoreCell.Pair(cell), Is.EqualTo((2, 1)));

    [TestCase("")]
    [TestCase("2")]
    [TestCase("-1")]
    [TestCase("2-")]
    [TestCase("2-1-0")]
    [TestCase("2-1 pen")]
    public void Anything_else_is_no_score(string cell) => Assert.That(ScoreCell.Pair(cell), Is.Null);

    [TestCase("P")]
    [TestCase("PP")]
    [TestCase("Postp")]
    [TestCase("Postp.")]
    [TestCase("canc")]
    [TestCase("Abd")]
    [TestCase("Awd")]
    public void Knows_the_marks_of_a_match_that_was_not_played(string cell) => Assert.That(ScoreCell.IsNotPlayed(cell), Is.True);

    [TestCase("A")]
    [TestCase("H")]
    [TestCase("D")]
    [TestCase("")]
    [TestCase("2")]
    public void A_result_is_no_such_mark(string cell) => Assert.That(ScoreCell.IsNotPlayed(cell), Is.False);
}
