using Soccer.Cli.Forecasts;

namespace Soccer.Api.Tests.Cli;

public sealed class FixturesVerbSpecs
{
    static readonly DateOnly First = new(2025, 2, 2), Last = new(2025, 2, 8);

    static IEnumerable<TestCaseData> Lists =>
    [
        new((DateOnly?)null, (DateOnly?)null, "there is no champion", "There are no forecasts: there is no champion."),
        new((DateOnly?)First, (DateOnly?)Last, null, "There are no matches from 2025-02-02 to 2025-02-08."),
        new((DateOnly?)First, (DateOnly?)null, null, "There are no matches from 2025-02-02 on."),
        new((DateOnly?)null, (DateOnly?)Last, null, "There are no matches up to 2025-02-08."),
    ];

    [TestCaseSource(nameof(Lists))]
    public void Says_why_there_is_nothing_to_show(DateOnly? from, DateOnly? to, string? note, string said) =>
        Assert.That(FixturesVerb.NoneOf(new FixturesView(new DateOnly(2025, 2, 1), "m1", 3, 5, from, to, note, null, [])), Is.EqualTo(said));
}
