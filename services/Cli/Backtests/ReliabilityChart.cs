using Soccer.Cli.Terminal;
using static Soccer.Cli.Backtests.PageText;

namespace Soccer.Cli.Backtests;

/// <summary>Reliability diagrams: a forecaster's three outcomes over the diagonal.</summary>
static class ReliabilityChart
{
    const double Size = 340, Left = 40, Right = 10, Top = 8, Bottom = 34;

    static readonly Axis Across = new(0, 0.9, Left, Size - Right, 0.1);
    static readonly Axis Up = new(0, 0.9, Size - Bottom, Top, 0.1);

    static readonly (string Outcome, string Colour)[] Outcomes = [("home win", "#1f78b4"), ("draw", "#6b7280"), ("away win", "#d97706")];

    public static string Legend() =>
        $"""<p class="legend">{string.Concat(Outcomes.Select(outcome => $"""<span><i style="background:{outcome.Colour}"></i>{outcome.Outcome}</span>"""))}</p>""";

    public static string Panel(IGrouping<string, ReliabilityView> forecaster) => $"""
        <div><h3>{Escape(forecaster.Key)}</h3><svg viewBox="0 0 {At(Size)} {At(Size)}" role="img" aria-label="Reliability of {Escape(forecaster.Key)}">
        {string.Concat(Across.Ticks().Where((_, tick) => tick % 2 == 0).Select(Grid))}
        <line x1="{At(Across.Of(0))}" y1="{At(Up.Of(0))}" x2="{At(Across.Of(0.9))}" y2="{At(Up.Of(0.9))}" stroke="#374151" stroke-dasharray="4 4"/>
        {string.Concat(forecaster.Select(Points))}
        <text x="{At((Left + Size - Right) / 2)}" y="{At(Size - 2)}" text-anchor="middle">forecast</text>
        <text transform="translate(11 {At((Size - Bottom + Top) / 2)}) rotate(-90)" text-anchor="middle">came</text></svg></div>
        """;

    static string Grid(double tick) => $"""
        <line x1="{At(Across.Of(tick))}" x2="{At(Across.Of(tick))}" y1="{At(Top)}" y2="{At(Size - Bottom)}" stroke="#e5e7eb"/>
        <line x1="{At(Left)}" x2="{At(Size - Right)}" y1="{At(Up.Of(tick))}" y2="{At(Up.Of(tick))}" stroke="#e5e7eb"/>
        <text x="{At(Across.Of(tick))}" y="{At(Size - Bottom + 14)}" text-anchor="middle">{Number(tick, "0.0")}</text>
        <text x="{At(Left - 5)}" y="{At(Up.Of(tick) + 4)}" text-anchor="end">{Number(tick, "0.0")}</text>
        """;

    static string Points(ReliabilityView diagram)
    {
        var colour = Array.Find(Outcomes, outcome => outcome.Outcome == diagram.Outcome).Colour;
        return string.Concat(diagram.Bins.Select(bin => $"""
            <line x1="{At(Across.Of(bin.Forecast))}" x2="{At(Across.Of(bin.Forecast))}" y1="{At(Up.Of(Math.Min(0.9, bin.Low)))}" y2="{At(Up.Of(Math.Min(0.9, bin.High)))}" stroke="{colour}" stroke-opacity=".5" stroke-width="2"/>
            <circle cx="{At(Across.Of(bin.Forecast))}" cy="{At(Up.Of(Math.Min(0.9, bin.Frequency)))}" r="3.5" fill="{colour}"><title>forecast {Number(bin.Forecast, "0.000")}, came {Number(bin.Frequency, "0.000")} in {Counted.Of(bin.Matches, "match", "es")}</title></circle>
            """));
    }
}
