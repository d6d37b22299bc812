using Soccer.Bench;
using Soccer.Csv;

namespace Soccer.Training.Tests.Growth;

/// <summary>Which divisions the growth bench takes for fewer matches than there are.</summary>
public sealed class DivisionSampleSpecs
{
    static readonly SampledDivision[] Divisions =
    [
        new("E0", SourceLayout.Season, 100), new("D1", SourceLayout.Season, 100), new("SP1", SourceLayout.Season, 100),
        new("F1", SourceLayout.Season, 100), new("ARG", SourceLayout.Country, 50), new("USA", SourceLayout.Country, 50),
    ];

    [Test]
    public void All_divisions_are_taken_where_as_many_matches_or_more_are_asked_for([Values(500, 1000)] int asked) =>
        Assert.That(DivisionSample.Of(Divisions, asked), Is.EqualTo(new[] { "ARG", "D1", "E0", "F1", "SP1", "USA" }));

    [Test]
    public void Half_the_matches_are_half_of_the_divisions_of_either_layout() =>
        Assert.That(DivisionSample.Of(Divisions, 250), Is.EqualTo(new[] { "ARG", "D1", "F1" }));

    [Test]
    public void The_order_of_the_files_does_not_matter() =>
        Assert.That(DivisionSample.Of([.. Divisions.Reverse()], 250), Is.EqualTo(DivisionSample.Of(Divisions, 250)));
}
