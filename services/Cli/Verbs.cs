using System.CommandLine;
using Soccer.Cli.Backtests;
using Soccer.Cli.Catalogue;
using Soccer.Cli.Forecasts;
using Soccer.Cli.Health;
using Soccer.Cli.Keys;
using Soccer.Cli.Logs;
using Soccer.Cli.Models;
using Soccer.Cli.Queues;
using Soccer.Cli.Results;
using Soccer.Cli.Runs;
using Soccer.Cli.Services;
using Soccer.Cli.Studies;

namespace Soccer.Cli;

/// <summary>Every verb of the command line.</summary>
static class Verbs
{
    public static Command[] All(Settings settings) =>
    [
        RunVerb.Create(settings), ReplayVerb.Create(settings), RunsVerb.Create(settings), RunShowVerb.Create(settings),
        QuarantineVerb.Create(settings), TrialsVerb.Create(settings), FixturesVerb.Create(settings), FixtureVerb.Create(settings),
        PredictVerb.Create(settings), ExplainVerb.Create(settings), ResultsVerb.Create(settings), BacktestVerb.Create(settings), BacktestsVerb.Create(settings),
        ModelsVerb.Create(settings), ExperimentsVerb.Create(settings), DriftVerb.Create(settings), TeamsVerb.Create(settings),
        DivisionsVerb.Create(settings), BookmakersVerb.Create(settings), AlertsVerb.Create(settings), IncidentsVerb.Create(settings),
        LogsVerb.Create(settings), RedriveVerb.Create(settings), KeysVerb.Create(settings),
    ];
}
