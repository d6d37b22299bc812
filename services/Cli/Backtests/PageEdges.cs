using static Soccer.Cli.Backtests.PageText;

namespace Soccer.Cli.Backtests;

/// <summary>Claimed edges beside realised ones, on the page: a table, and a drawing of the edge that is served.</summary>
static class PageEdges
{
    const string Slope = "0.00;−0.00";
    const double Width = 640, Height = 300, Left = 56, Right = 12, Top = 10, Bottom = 40;

    public static string Of(EdgesView[] edges) => $"""
        <h2>Claimed and realised edge</h2>
        <p>One unit on every outcome with a claimed edge above 0, at the best opening price of the bookmakers that are named, exchanges after commission. Claimed is the mean of p × what the odds pay − 1,
        realised the mean gain, with 95% intervals over match days. A claim means what it says where both agree and the slope of gain on claim is 1. Edges are claimed with market-aware, which starts from the price;
        “price with” a kind is the price pulled towards one that has not seen it, by the weight that was best on the seasons before.</p>
        <div class="wide"><table>
        <tr><th></th><th class="word">probability</th><th>bets</th><th>claimed %</th><th>realised %</th><th>standard error</th><th>slope</th><th>log loss less opening</th></tr>
        {string.Concat(edges.OrderBy(row => row.Weights.Length > 0).Select(Row))}</table></div>
        {string.Concat(edges.Where(row => row.IsShownByBucket).Select(row => $"<h3>{Escape(row.Forecaster)}, {Escape(row.Slice)} <small>by claimed edge</small></h3>{Svg(row.Record!.Buckets)}{Buckets(row.Record.Buckets)}"))}
        """;

    static string Row(EdgesView row) => $"""
        <tr><th>{Escape(row.Slice)}</th><td class="word">{Escape(row.Forecaster)}</td><td>{row.Record?.Bets ?? 0:N0}</td><td>{Number(row.Record?.Claimed * 100, Percent)}</td>
        <td>{Number(row.Record?.Realised.Mean * 100, Percent)} {Interval(row.Record?.Realised, 100, Percent)}</td><td>{Number(row.Record?.StandardError * 100, "0.00")}</td>
        <td>{Number(row.Record?.Slope?.Mean, Slope)} {Interval(row.Record?.Slope, 1, Slope)}</td><td>{Number(row.OverMarket.Mean, "+0.00000;−0.00000;0.00000")}</td></tr>
        """;

    static string Buckets(EdgeBucketView[] buckets) => $"""
        <div class="wide"><table>
        <tr><th>claimed edge %</th><th>bets</th><th>mean claimed %</th><th>realised %</th></tr>
        {string.Concat(buckets.Select(bucket => $"""<tr><th>{bucket.Name}</th><td>{bucket.Bets:N0}</td><td>{Number(bucket.Claimed * 100, Percent)}</td><td>{Number(bucket.Realised * 100, Percent)} {Interval(bucket.Range, 100, Percent)}</td></tr>"""))}</table></div>
        """;

    static string Svg(EdgeBucketView[] buckets)
    {
        var across = Axis.Around(0, buckets.Max(bucket => bucket.Claimed) * 100, Left, Width - Right);
        var up = Axis.Around(
            Math.Min(0, buckets.Min(bucket => (bucket.Range?.Low ?? bucket.Realised)) * 100), Math.Max(across.High, buckets.Max(bucket => (bucket.Range?.High ?? bucket.Realised)) * 100), Height - Bottom, Top);
        return $"""
            <svg style="max-width:44rem" viewBox="0 0 {At(Width)} {At(Height)}" role="img" aria-label="Realised beside claimed edge">
            {string.Concat(across.Ticks().Select(tick => $"""<text x="{At(across.Of(tick))}" y="{At(Height - Bottom + 16)}" text-anchor="middle">{Number(tick, "0.#")}</text>"""))}
            {string.Concat(up.Ticks().Select(tick => $"""<line x1="{At(Left)}" x2="{At(Width - Right)}" y1="{At(up.Of(tick))}" y2="{At(up.Of(tick))}" stroke="#e5e7eb"/><text x="{At(Left - 6)}" y="{At(up.Of(tick) + 4)}" text-anchor="end">{Number(tick, "+0.#;−0.#;0")}</text>"""))}
            <line x1="{At(Left)}" x2="{At(Width - Right)}" y1="{At(up.Of(0))}" y2="{At(up.Of(0))}" stroke="#9ca3af"/>
            <line x1="{At(across.Of(0))}" y1="{At(up.Of(0))}" x2="{At(across.Of(across.High))}" y2="{At(up.Of(across.High))}" stroke="#374151" stroke-dasharray="4 4"/>
            {string.Concat(buckets.Select(bucket => $"""
                <line x1="{At(across.Of(bucket.Claimed * 100))}" x2="{At(across.Of(bucket.Claimed * 100))}" y1="{At(up.Of((bucket.Range?.Low ?? bucket.Realised) * 100))}" y2="{At(up.Of((bucket.Range?.High ?? bucket.Realised) * 100))}" stroke="{Colour("market-aware")}" stroke-width="2" stroke-opacity=".55"/>
                <circle cx="{At(across.Of(bucket.Claimed * 100))}" cy="{At(up.Of(bucket.Realised * 100))}" r="4" fill="{Colour("market-aware")}"><title>claimed {Number(bucket.Claimed * 100, "0.00")}%, realised {Number(bucket.Realised * 100, "0.00")}% of {bucket.Bets} bets</title></circle>
                """))}
            <text x="{At((Left + Width - Right) / 2)}" y="{At(Height - 6)}" text-anchor="middle">claimed edge, %</text>
            <text transform="translate(13 {At((Height - Bottom + Top) / 2)}) rotate(-90)" text-anchor="middle">realised, %</text></svg>
            """;
    }
}
