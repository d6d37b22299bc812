using System.Globalization;
using System.Net;

namespace Soccer.Cli.Backtests;

/// <summary>Figures, names and colours on the page.</summary>
static class PageText
{
    public const string Loss = "0.0000";
    public const string SignedLoss = "+0.0000;−0.0000;0.0000";
    public const string Percent = "+0.0;−0.0;0.0";

    /// <summary>Whether a forecaster is one of ours.</summary>
    public static bool IsKind(string forecaster) => forecaster is not (BacktestTables.Marginals or BacktestTables.Opening or BacktestTables.Closing);

    /// <summary>The same for a forecaster wherever it is drawn; apart for eyes that don't tell red from green.</summary>
    public static string Colour(string forecaster) => forecaster switch
    {
        "results-only" => "#8757b8",
        "market-memory" => "#1f78b4",
        "market-aware" => "#12875a",
        BacktestTables.Opening => "#d97706",
        BacktestTables.Closing => "#374151",
        _ => "#9ca3af",
    };

    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    public static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "–";

    /// <summary>A coordinate of a drawing.</summary>
    public static string At(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Interval(IntervalView? interval, double scale, string format) => interval is null
        ? ""
        : $"""<span class="ci">{Number(interval.Low * scale, format)} … {Number(interval.High * scale, format)}</span>""";
}
