using Soccer.Api.Backtests;
using Soccer.Api.Experiments;
using Soccer.Api.Models;
using Soccer.Api.Studies;

namespace Soccer.Api;

/// <summary>What Train has made: models, backtests, searches for parameters, and the record of every fit.</summary>
static class TrainEndpoints
{
    public static void MapTrain(this WebApplication app)
    {
        app.MapModels();
        app.MapBacktests();
        app.MapStudies();
        app.MapExperiments();
    }
}
