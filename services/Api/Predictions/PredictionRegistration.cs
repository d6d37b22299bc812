using Soccer.Hosting.Database;

namespace Soccer.Api.Predictions;

/// <summary>Composes what takes requests for forecasts.</summary>
static class PredictionRegistration
{
    public static void AddPredictions(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<PredictionOptions>().BindConfiguration("Predictions").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<KnownReader>().AddSingleton<AnswerBell>().AddSingleton<RequestLog>().AddSingleton<PredictionDesk>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<RequestLog>());
        builder.Services.AddRetention<PredictionOptions>("requests", options => options.RequestDays, PredictionSql.DeleteSome);
    }
}
