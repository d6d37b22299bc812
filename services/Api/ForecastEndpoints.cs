using Soccer.Api.Bookmakers;
using Soccer.Api.DriftChecks;
using Soccer.Api.Explanations;
using Soccer.Api.Fixtures;
using Soccer.Api.Predictions;
using Soccer.Api.Scoring;
using Soccer.Forecasting.Odds;
using Soccer.Hosting;

namespace Soccer.Api;

/// <summary>Forecasts: those of coming fixtures, and those that are asked for.</summary>
static class ForecastEndpoints
{
    public static void AddForecasts(this WebApplicationBuilder builder)
    {
        builder.AddStageOptions<BoardOptions>("Board");
        builder.AddStageOptions<DriftOptions>("DriftCheck");
        builder.AddPredictions();
        builder.Services.AddSingleton(new Commissions(builder.Configuration.GetSection(Commissions.Section).Get<Dictionary<string, double>>()));
        builder.Services.AddSingleton<Board>().AddSingleton<FixtureReader>().AddSingleton<BoardMeter>().AddSingleton<DivisionReader>();
    }

    public static void MapForecasts(this WebApplication app)
    {
        app.MapFixtures();
        app.MapTeams();
        app.MapBookmakers();
        app.MapExplanations();
        app.MapResults();
        app.MapPredictions();
    }
}
