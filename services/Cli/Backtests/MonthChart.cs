using Soccer.Cli.Terminal;
using static Soccer.Cli.Backtests.PageText;

namespace Soccer.Cli.Backtests;

/// <summary>
/// Each month's mean log loss less that of a reference, the closing market or the marginals: a line a forecaster, and a bar for how many
/// matches there were.
/// </summary>
static class MonthChart
{
    const double Width = 1000, Height = 320, Left = 56, Right = 10, Top = 10, Bottom = 60, Bars = 30;

    public static string Svg(MonthView[] every, string[] forecasters, string reference)
    {
        // A handful of play-offs in June would be all that the eye sees.
        var months = every.Where(month => month.Matches * 10 >= every.Max(other => other.Matches)).ToArray();
        var differences = months.SelectMany(month => forecasters.Select(name => Difference(month, name))).Append(0).ToArray();
        var axis = Axis.Around(differences.Min(), differences.Max(), Height - Bottom, Top);
        var most = months.Max(month => month.Matches);
        var slot = (Width - Left - Right) / months.Length;
        var grid = string.Concat(axis.Ticks().Select(tick => $"""
            <line x1="{At(Left)}" x2="{At(Width - Right)}" y1="{At(axis.Of(tick))}" y2="{At(axis.Of(tick))}" stroke="{(tick == 0 ? "#374151" : "#e5e7eb")}"/>
            <text x="{At(Left - 6)}" y="{At(axis.Of(tick) + 4)}" text-anchor="end">{Number(tick, "+0.000;−0.000;0")}</text>
            """));
        var named = Math.Max(1, (int)Math.Ceiling(months.Length / 16d));
        var names = string.Concat(months.Index().Select(month => $"""
            <rect x="{At(X(month.Index) - slot * 0.3)}" y="{At(Height - 18 - Bars * month.Item.Matches / most)}" width="{At(slot * 0.6)}" height="{At(Bars * month.Item.Matches / (double)most)}" fill="#e5e7eb">
            <title>{Counted.Of(month.Item.Matches, "match", "es")}</title></rect>
            {(month.Index % named == 0 ? $"""<text x="{At(X(month.Index))}" y="{At(Height - 4)}" text-anchor="middle">{Escape(month.Item.Month)}</text>""" : "")}
            """));
        var lines = string.Concat(forecasters.Select(name => $"""
            <polyline fill="none" stroke="{Colour(name)}" stroke-width="2" stroke-linejoin="round" points="{string.Join(' ', months.Index().Select(month => $"{At(X(month.Index))},{At(axis.Of(Difference(month.Item, name)))}"))}"/>
            {string.Concat(months.Index().Select(month => $"""
                <circle cx="{At(X(month.Index))}" cy="{At(axis.Of(Difference(month.Item, name)))}" r="3" fill="{Colour(name)}"><title>{Escape(month.Item.Month)} {Escape(name)} {Number(Difference(month.Item, name), SignedLoss)}</title></circle>
                """))}
            """));
        return $"""{DistanceChart.Legend(forecasters)}<svg viewBox="0 0 {At(Width)} {At(Height)}" role="img" aria-label="Loss over time">{grid}{names}{lines}</svg>""";

        double X(int month) => Left + (month + 0.5) * slot;

        double Difference(MonthView month, string forecaster) => month.LogLoss[forecaster] - month.LogLoss[reference];
    }
}
