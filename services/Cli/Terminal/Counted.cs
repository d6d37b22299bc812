using System.Globalization;

namespace Soccer.Cli.Terminal;

/// <summary>Numbers with their nouns.</summary>
static class Counted
{
    /// <summary>1 row, 1,212 rows.</summary>
    public static string Of(long count, string noun, string ending = "s") =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : ending)}");
}
