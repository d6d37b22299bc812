using Soccer.Api.Explanations;
using Soccer.Api.Fixtures;
using Soccer.Api.Predictions;

namespace Soccer.Api;

/// <summary>Forecasts: those of coming fixtures, and those that are asked for.</summary>
static class ForecastEndpoints
{
    public static void MapForecasts(this WebApplication app)
    {
        app.MapFixtures();
        app.MapExplanations();
        app.MapPredictions();
    }
}
