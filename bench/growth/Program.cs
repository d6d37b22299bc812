using System.CommandLine;

namespace Soccer.Bench;

static class GrowthBench
{
    /// <summary>The first word of a command line with which this program starts itself, for one stage of one size.</summary>
    public const string StageVerb = "stage";

    static int Main(string[] args)
    {
        if (args is [StageVerb, var stage, var folder])
            return Stages.Run(stage, folder, Console.Out);

        var mirror = BenchCommand.Mirror();
        // Checked when it is read: simulated worlds need none.
        mirror.Validators.Clear();
        var sizes = Sizes(
            "--sizes", "Matches of the mirror to measure, in whole divisions. Default 30000 100000 300000.", 30_000, 100_000, 300_000);
        var simulated = Sizes("--simulated", "Matches of simulated worlds to measure, each beside a world of three tenths of its size.");
        var database = new Option<bool>("--database")
        {
            Description = "Also measure the stages' work in PostgreSQL, in databases of this program's own. Needs ./soccer infra-up.",
        };
        var repeats = BenchCommand.Number(
            "--repeats", "How often each stage is measured; the least seconds and the most memory count.", 1, 1, 20);
        return BenchCommand.Run(
            args, "How seconds and memory of each stage grow with the number of matches. Each stage runs in a process of its own.",
            parsed => new GrowthRun(
                parsed.GetValue(database) ? GrowthDatabase.Server() : null, parsed.GetValue(repeats), Console.Out, Console.Error.WriteLine)
                .Measure(parsed.GetValue(mirror)!, parsed.GetValue(sizes)!, parsed.GetValue(simulated)!),
            mirror, sizes, simulated, database, repeats);
    }

    static Option<int[]> Sizes(string name, string description, params int[] standard)
    {
        var option = new Option<int[]>(name)
        {
            Description = description,
            AllowMultipleArgumentsPerToken = true,
            Arity = ArgumentArity.ZeroOrMore,
            DefaultValueFactory = _ => standard,
        };
        option.Validators.Add(result =>
        {
            foreach (var size in result.GetValueOrDefault<int[]>()!.Where(size => size is < 5_000 or > 15_000_000))
                result.AddError($"{name} {size}: write a number of matches from 5000 to 15000000.");
        });
        return option;
    }
}
