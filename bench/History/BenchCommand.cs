using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Soccer.Bench;

/// <summary>The command line of a program that measures.</summary>
public static class BenchCommand
{
    const int Usage = 2;

    /// <summary>The folder of real matches; by default what SOCCER_MIRROR names.</summary>
    public static Option<string> Mirror()
    {
        var option = new Option<string>("--mirror")
        {
            Description = "A local mirror of football-data.co.uk; without it the folder that SOCCER_MIRROR names.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("SOCCER_MIRROR") ?? "",
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is var folder && !Directory.Exists(folder))
                result.AddError($"There are no matches in '{folder}': name a mirror of football-data.co.uk with --mirror DIR or in SOCCER_MIRROR.");
        });
        return option;
    }

    /// <summary>The last day that is known.</summary>
    public static Option<DateOnly?> AsOf() => new("--as-of")
    {
        Description = "The last day that is known (2025-02-01); without it all there is.",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[^1].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;

            result.AddError($"--as-of '{result.Tokens[^1].Value}': write a day as 2025-02-01");
            return null;
        },
    };

    /// <summary>A whole number within bounds.</summary>
    public static Option<int> Number(string name, string description, int standard, int least, int most)
    {
        var option = new Option<int>(name) { Description = $"{description} Default {standard}.", DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var number && (number < least || number > most))
                result.AddError($"{name} is {number}; write a number from {least} to {most}.");
        });
        return option;
    }

    /// <summary>Carries the program out. A wrong command line prints what is wrong with it and returns 2.</summary>
    public static int Run(string[] arguments, string description, Func<ParseResult, int> run, params Option[] options)
    {
        var command = new RootCommand(description);
        foreach (var option in options)
            command.Options.Add(option);

        command.SetAction(run);
        var parsed = command.Parse(arguments);
        foreach (var message in parsed.Errors.Select(error => error.Message).Distinct())
            Console.Error.WriteLine(message);

        try
        {
            return parsed.Errors.Count > 0 ? Usage : parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (InvalidDataException error)
        {
            Console.Error.WriteLine(error.Message);
            return Usage;
        }
    }
}
