using System.Text.RegularExpressions;

namespace Soccer.Cli.Services;

/// <summary>Says in verbs what the Api says in calls: who sits at a terminal sends none.</summary>
static partial class ApiWords
{
    /// <summary>The sentence with "./soccer run" for "POST /v1/runs", and so on.</summary>
    public static string InVerbs(string sentence) => Call.Replace(sentence, call =>
        (call.Groups["method"].Value, call.Groups["of"].Value, call.Groups["id"].Value) switch
        {
            ("GET", "runs", "") => "./soccer runs",
            ("GET", "runs", var id) => $"./soccer run-show {id}",
            ("POST", "runs", _) => "./soccer run",
            ("GET", "fixtures", "") => "./soccer fixtures",
            ("POST", "predictions", _) => "./soccer predict",
            ("GET", "backtests", "") => "./soccer backtests",
            ("POST", "backtests", _) => "./soccer backtest",
            ("GET", "models", "") => "./soccer models",
            ("GET", "experiments", "") => "./soccer experiments",
            ("GET", "studies", "") => "./soccer trials",
            ("GET", "studies", var id) => $"./soccer trials {id}",
            ("GET", "incidents", "") => "./soccer incidents",
            ("GET", "incidents", var id) => $"./soccer incidents {id}",
            ("GET", "drift" or "results" or "bookmakers" or "teams" or "divisions", "") => $"./soccer {call.Groups["of"].Value}",
            ("GET", "keys", "") => "./soccer keys",
            _ => call.Value,
        });

    [GeneratedRegex(@"\b(?<method>GET|POST|DELETE) /v1/(?<of>[a-z]+)(/(?<id>[\w-]+))?")]
    static partial Regex Call { get; }
}
