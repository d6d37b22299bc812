using Soccer.Api.Backtests;
using Soccer.Api.DriftChecks;
using Soccer.Api.Experiments;
using Soccer.Api.Models;
using Soccer.Api.Studies;

namespace Soccer.Api;

/// <summary>Models, backtests, searches for parameters and the record of every fit; and how far the features have moved.</summary>
static class TrainEndpoints
{
    public static void MapTrain(this WebApplication app)
    {
        app.MapModels();
        app.MapDrift();
        app.MapBacktests();
        app.MapStudies();
        app.MapExperiments();
    }
}
