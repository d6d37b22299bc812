using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.CompilerServices;

namespace Soccer.Cli;

/// <summary>The help of a verb, with examples below it.</summary>
static class HelpWithExamples
{
    static readonly ConditionalWeakTable<Command, string[]> Examples = [];

    /// <summary>The option --help.</summary>
    public static HelpOption Option()
    {
        var help = new HelpOption();
        help.Action = new Action(help.Action as HelpAction ?? new HelpAction());
        return help;
    }

    /// <summary>Gives a verb examples, as they are typed after ./soccer.</summary>
    public static Command WithExamples(this Command verb, params string[] examples)
    {
        Examples.AddOrUpdate(verb, examples);
        return verb;
    }

    /// <summary>The examples of a verb; empty if it has none.</summary>
    public static string[] Of(Command verb) => Examples.TryGetValue(verb, out var examples) ? examples : [];

    sealed class Action(HelpAction help) : SynchronousCommandLineAction
    {
        // Help is asked for before the arguments are known.
        public override bool ClearsParseErrors => help.ClearsParseErrors;

        public override int Invoke(ParseResult parseResult)
        {
            var code = help.Invoke(parseResult);
            if (Of(parseResult.CommandResult.Command) is { Length: > 0 } examples)
            {
                var output = parseResult.InvocationConfiguration.Output;
                output.WriteLine("Examples:");
                foreach (var example in examples)
                    output.WriteLine($"  ./soccer {example}");
            }
            return code;
        }
    }
}
