using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Hosting.Database;

namespace Soccer.Predict.OneMatch;

/// <summary>Deletes answers that were kept long enough, and publishes how long that is.</summary>
static class AnswerRetention
{
    /// <summary>Registers the rule.</summary>
    public static IServiceCollection AddAnswerRetention(this IServiceCollection services) => services.AddSingleton(provider =>
    {
        var database = provider.GetRequiredService<NpgsqlDataSource>();
        var days = provider.GetRequiredService<IOptions<PredictOptions>>().Value.AnswerDays;
        return new RetentionRule("answers", days, async (before, cancellation) =>
        {
            // First, so that the Api does not call a deleted answer one that never came.
            await PredictSql.PublishAnswerDays(database, days, cancellation);
            return await PredictSql.DeleteAnswers(database, before, cancellation);
        });
    });
}
