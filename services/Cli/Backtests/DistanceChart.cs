using System.Text;
using static Soccer.Cli.Backtests.PageText;

namespace Soccer.Cli.Backtests;

/// <summary>How far each kind is from a reference, the opening market or the marginals, slice by slice: a point and its interval.</summary>
static class DistanceChart
{
    const double Width = 1000, Left = 190, Right = 34, Top = 10, Line = 20, Gap = 14;

    public static string Svg(SliceView[] slices, string[] forecasters, string reference)
    {
        var shown = slices.Where(slice => slice.Scores.Any(score => score.Less(reference) is not null)).ToArray();
        var intervals = shown.SelectMany(slice => slice.Scores).Where(score => forecasters.Contains(score.Forecaster)).Select(score => score.Less(reference)!).ToArray();
        var axis = Axis.Around(intervals.Select(interval => interval.Low).Append(0).Min(), intervals.Select(interval => interval.High).Append(0).Max(), Left, Width - Right);
        var text = new StringBuilder();
        var y = Top;
        foreach (var slice in shown)
        {
            text.Append($"""<text class="name" x="0" y="{At(y + Line * 0.75)}">{Escape(slice.Name)}</text>""");
            foreach (var score in slice.Scores.Where(score => forecasters.Contains(score.Forecaster)))
            {
                var (difference, colour, middle) = (score.Less(reference)!, Colour(score.Forecaster), y + Line / 2);
                text.Append($"""
                    <line x1="{At(axis.Of(difference.Low))}" x2="{At(axis.Of(difference.High))}" y1="{At(middle)}" y2="{At(middle)}" stroke="{colour}" stroke-width="2.5"/>
                    <circle cx="{At(axis.Of(difference.Mean))}" cy="{At(middle)}" r="5" fill="{colour}"><title>{Escape(score.Forecaster)} {Number(difference.Mean, SignedLoss)}</title></circle>
                    """);
                y += Line;
            }

            y += Gap;
        }

        var grid = string.Concat(axis.Ticks().Select(tick => $"""
            <line x1="{At(axis.Of(tick))}" x2="{At(axis.Of(tick))}" y1="0" y2="{At(y)}" stroke="{(tick == 0 ? "#374151" : "#e5e7eb")}"/>
            <text x="{At(axis.Of(tick))}" y="{At(y + 16)}" text-anchor="middle">{Number(tick, "+0.000;−0.000;0")}</text>
            """));
        return $"""{Legend(forecasters)}<svg viewBox="0 0 {At(Width)} {At(y + 24)}" role="img" aria-label="Distance to the {BacktestTables.ShortName(reference)}">{grid}{text}</svg>""";
    }

    public static string Legend(string[] forecasters) =>
        $"""<p class="legend">{string.Concat(forecasters.Select(name => $"""<span><i style="background:{Colour(name)}"></i>{Escape(name)}</span>"""))}</p>""";
}
