namespace Soccer.Cli.Backtests;

/// <summary>The page's looks.</summary>
static class PageStyle
{
    public const string Css = """

        :root { color-scheme: light; --ink: #1f2937; --soft: #6b7280; --line: #e5e7eb; --paper: #fff; --wash: #f9fafb; }
        body { margin: 2rem auto; max-width: 76rem; padding: 0 1.5rem; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, "DejaVu Sans", sans-serif; }
        h1 { font-size: 1.7rem; margin: 0 0 .3rem; }
        h2 { font-size: 1.25rem; margin: 2.6rem 0 .4rem; padding-top: .8rem; border-top: 1px solid var(--line); }
        h3 { font-size: 1rem; margin: 1.4rem 0 .3rem; }
        h3 small { color: var(--soft); font-weight: 400; margin-left: .4rem; }
        p { max-width: 62rem; margin: .3rem 0 .8rem; }
        .lead, .note { color: var(--soft); }
        .cards { display: flex; flex-wrap: wrap; gap: 1rem; margin: 1.2rem 0 .6rem; }
        .card { flex: 1 1 18rem; padding: .8rem 1.1rem; background: var(--wash); border: 1px solid var(--line); border-top: 4px solid; border-radius: 6px; }
        .card h3 { margin: 0; }
        .card p { margin: .1rem 0; color: var(--soft); }
        .card b { color: var(--ink); }
        .card .figure { font-size: 2rem; line-height: 1.2; color: var(--ink); font-variant-numeric: tabular-nums; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .9rem; }
        th, td { padding: .28rem .65rem; vertical-align: top; text-align: right; white-space: nowrap; border-bottom: 1px solid var(--line); }
        tr:first-child th { color: var(--soft); font-weight: 500; }
        th:first-child, .word { text-align: left; }
        th:first-child { font-weight: 600; }
        td.off { color: #b91c1c; font-weight: 600; }
        .divisions { font-size: .86rem; }
        .divisions th, .divisions td { padding: .28rem .42rem; }
        .divisions th .ci { display: block; font-weight: 400; line-height: 1.2; }
        .divisions td.off .ci { font-weight: 400; }
        .divisions .group { border-left: 1px solid var(--line); }
        .divisions tr:first-child .group { text-align: left; }
        .divisions tr:nth-child(2) th { color: var(--soft); font-weight: 500; }
        .inputs td { white-space: normal; overflow-wrap: anywhere; }
        .inputs tr:first-child th { color: var(--ink); font-weight: 600; }
        .ci { color: var(--soft); font-size: .82rem; }
        td .ci { display: block; line-height: 1.2; }
        i { display: inline-block; width: .7em; height: .7em; border-radius: 50%; margin-right: .5em; }
        .legend span { margin-right: 1.4rem; white-space: nowrap; }
        .panels { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem; }
        .panels h3 { margin: 0 0 .2rem; }
        svg { display: block; max-width: 100%; height: auto; font: 12px system-ui, "DejaVu Sans", sans-serif; }
        svg text { fill: var(--soft); }
        svg text.name { fill: var(--ink); font-weight: 600; }

        """;
}
