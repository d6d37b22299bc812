using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Soccer.Cli.Services;

namespace Soccer.Cli;

/// <summary>The command line: verbs, their options, and what the process returns.</summary>
static class CommandLine
{
    /// <summary>What ./soccer does itself; a misspelt one comes here.</summary>
    public static readonly string[] OfTheScript = ["demo", "up", "down", "status", "logs", "build", "test", "bench", "doctor"];

    /// <summary>Carries a verb out. A wrong command line prints what is wrong with it and returns 2.</summary>
    public static async Task<int> Run(string[] args, params Command[] verbs)
    {
        // Not RootCommand, which would call itself as the process is called.
        var root = new Command("soccer", "Starts runs of the cascade, follows them, and shows forecasts.") { HelpWithExamples.Option(), new VersionOption() };
        foreach (var verb in verbs)
            root.Subcommands.Add(verb);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var message in (UnknownVerb(parsed) ?? WrongArguments(parsed)) is { } wrong ? [wrong] : parsed.Errors.Select(error => error.Message).Distinct())
                await Console.Error.WriteLineAsync(message);
            await Console.Error.WriteLineAsync($"See: ./soccer {NameOf(parsed.CommandResult)}--help");
            return Exit.Usage;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (ExitException exit)
        {
            await Console.Error.WriteLineAsync(Terminal.Screen.Printable(exit.Message));
            return exit.Code;
        }
        catch (ApiAwayException away)
        {
            await Console.Error.WriteLineAsync(away.Message);
            return Exit.Away;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Interrupted. A run that was started goes on.");
            return Exit.Failed;
        }
    }

    /// <summary>What to say where a word stands in a verb's place and is none; nothing where something else is wrong.</summary>
    static string? UnknownVerb(ParseResult parsed)
    {
        var within = parsed.CommandResult;
        if (within.Command.Subcommands.Count == 0 || within.Command.Arguments.Count > 0)
            return null;
        var verbs = within.Command.Subcommands.Select(verb => verb.Name).Concat(within.Parent is null ? OfTheScript : []);
        return parsed.UnmatchedTokens switch
        {
            [] when within.Command.Action is null => "Say what to do.",
            [] or [['-', ..], ..] => null,
            [var word, ..] => $"There is no verb '{NameOf(within)}{word}'{(Nearest.To(word, verbs) is { } near ? $"; did you mean '{NameOf(within)}{near}'?" : ".")}",
        };
    }

    /// <summary>
    /// What to say where an argument is missing, or there are more words than arguments; nothing where something else is wrong.
    /// </summary>
    static string? WrongArguments(ParseResult parsed)
    {
        var arguments = parsed.CommandResult.Command.Arguments;
        if (parsed.UnmatchedTokens is [[not '-', ..] word, ..] && arguments is [_, ..])
            return $"'{word}' is more than {string.Join(' ', arguments.Select(argument => argument.Name))}: put a name with spaces in quotes, such as \"Aston Villa\".";
        string[] missing = [.. arguments.Where(argument => (parsed.GetResult(argument)?.Tokens.Count ?? 0) < argument.Arity.MinimumNumberOfValues).Select(argument => argument.Name)];
        return missing.Length == 0 ? null : $"{string.Join(" and ", missing)} {(missing.Length == 1 ? "is" : "are")} missing.";
    }

    /// <summary>As it is typed, with a space behind it: "models compare "; nothing for the root.</summary>
    static string NameOf(CommandResult result) => result.Parent is CommandResult parent ? $"{NameOf(parent)}{result.Command.Name} " : "";

    /// <summary>A verb with its options and what it does.</summary>
    /// <param name="name">The verb.</param>
    /// <param name="description">What it does.</param>
    /// <param name="examples">For its help, as they are typed after ./soccer.</param>
    /// <param name="action">Does it, and returns what the process returns.</param>
    /// <param name="symbols">Options and arguments.</param>
    public static Command Verb(
        string name, string description, string[] examples, Func<ParseResult, CancellationToken, Task<int>> action, params Symbol[] symbols)
    {
        var verb = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Option option)
                verb.Options.Add(option);
            else if (symbol is Argument argument)
                verb.Arguments.Add(argument);
        }
        verb.SetAction(action);
        return verb.WithExamples(examples);
    }
}
