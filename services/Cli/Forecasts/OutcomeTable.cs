using Soccer.Cli.Lists;

namespace Soccer.Cli.Forecasts;

/// <summary>The three outcomes of a match with their probabilities.</summary>
static class OutcomeTable
{
    static readonly string[] Names = ["1 home win", "X draw", "2 away win"];

    /// <summary>Prints a line an outcome.</summary>
    /// <param name="outcomes">Home win, draw and away win.</param>
    /// <param name="kinds">What each kind of model forecasts, in the same order.</param>
    public static void Print(OutcomeView[] outcomes, IReadOnlyList<(string Kind, double[] Probabilities)> kinds) => Table.Print(
        [
            new Column<int>("outcome", "", place => Names[place]),
            new("probability", "%", place => outcomes[place].Probability)
            {
                Text = place => FixtureColumns.Percent(outcomes[place].Probability),
            },
            new("fairOdds", "fair", place => outcomes[place].FairOdds) { Text = place => FixtureColumns.Odds(outcomes[place].FairOdds) },
            .. outcomes.All(outcome => outcome.Market is null) ? (Column<int>[])[] :
            [
                new("market", "market", place => outcomes[place].Market) { Text = place => FixtureColumns.Percent(outcomes[place].Market) },
            ],
            .. kinds.Select(kind => new Column<int>(kind.Kind, kind.Kind, place => kind.Probabilities[place])
            {
                Text = place => FixtureColumns.Percent(kind.Probabilities[place]),
                Rank = 1,
            }),
        ],
        [0, 1, 2], more: "see --json");
}
