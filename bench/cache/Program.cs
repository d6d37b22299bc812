namespace Soccer.Bench;

// Named, for the Api has a Program already.
static class CacheBench
{
    static int Main(string[] args)
    {
        var matches = BenchCommand.Number("--matches", "Matches on the board.", 400, 1, 10_000);
        var past = BenchCommand.Number("--past", "Matches that were forecast long ago.", 20_000, 0, 1_000_000);
        return BenchCommand.Run(
            args, "What an answer for one match costs from memory and from the database, and what looking for changes costs. Needs a database: ./soccer infra-up.",
            parsed => AnswerCost.Run(parsed.GetValue(matches), parsed.GetValue(past), Console.Out).GetAwaiter().GetResult(),
            matches, past);
    }
}
