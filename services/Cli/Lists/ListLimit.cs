using System.CommandLine;
using System.Globalization;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Lists;

/// <summary>How many items of a list are wanted. A table has some, a file and JSON have all, unless --limit says how many.</summary>
sealed class ListLimit
{
    const string All = "all";

    readonly Option<int?> option;
    readonly int shown;
    readonly int most;

    /// <param name="things">What is counted, such as runs.</param>
    /// <param name="shown">How many a table has.</param>
    /// <param name="most">How many the Api answers at most.</param>
    /// <param name="name">The option.</param>
    public ListLimit(string things, int shown, int most, string name = "--limit")
    {
        (this.shown, this.most) = (shown, most);
        option = new(name)
        {
            HelpName = "N|all",
            Description = string.Create(
                CultureInfo.InvariantCulture, $"How many {things}, 1 to {most}, or all. A table has {shown} if left out; --csv and --json have all."),
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (text == All)
                    return most;
                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most)
                    return count;
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} '{text}': write a number from 1 to {most}, or all"));
                return null;
            },
        };
    }

    /// <summary>The option, for the verb.</summary>
    public Option<int?> Option => option;

    /// <summary>How many to ask for.</summary>
    public int Of(ParseResult parsed, bool isTable) => parsed.GetValue(option) ?? (isTable ? shown : most);

    /// <summary>Says that a list may have been cut; nothing if somebody asked for as many as there are.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="count">How many items came.</param>
    /// <param name="isTable">Whether they are shown as a table.</param>
    public void Remark(ParseResult parsed, int count, bool isTable)
    {
        if (count < Of(parsed, isTable))
            return;
        if (count == most)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"These are {count:N0}, the most that the Api answers: there may be more."));
        else if (isTable)
            Screen.Line(string.Create(CultureInfo.InvariantCulture, $"the first {count:N0}; {option.Name} N or {option.Name} all shows more, if there are more"));
    }
}
