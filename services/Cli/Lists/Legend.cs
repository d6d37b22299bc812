using Soccer.Cli.Terminal;

namespace Soccer.Cli.Lists;

/// <summary>What the heads of a table mean, printed below it. What only explains columns that are not shown is left out.</summary>
/// <param name="Lines">Each of sentences with the columns that they explain, by the ends of their names.</param>
sealed record Legend(params (string Text, string[] Columns)[][] Lines)
{
    /// <summary>Prints it.</summary>
    /// <param name="shown">Names of the columns that are shown.</param>
    public void Print(IReadOnlyList<string> shown)
    {
        foreach (var line in Lines)
        {
            var sentences = line
                .Where(sentence => sentence.Columns.Any(end => shown.Any(name => name.EndsWith(end, StringComparison.OrdinalIgnoreCase))))
                .Select(sentence => sentence.Text).ToList();
            if (sentences.Count > 0)
                Screen.Line(Screen.Plain(string.Join("; ", sentences)));
        }
    }
}
