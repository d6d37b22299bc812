using Soccer.Api.Access;
using Soccer.Api.Backtests;
using Soccer.Api.Ledger;
using Soccer.Api.Predictions;
using Soccer.Tables;

namespace Soccer.Api;

/// <summary>The Api's tables, in the order in which they came.</summary>
static class ApiTables
{
    public static IEnumerable<(string Name, string Sql)> All =>
    [
        .. PublishedTables.Of("Api"), ("ledger", LedgerSql.Tables), ("prediction", PredictionSql.Table), ("backtest", BacktestSql.Table), ("access", AccessSql.Tables),
        ("request", PredictionSql.Requests), ("audit subjects", AccessSql.AuditSubjects),
    ];
}
