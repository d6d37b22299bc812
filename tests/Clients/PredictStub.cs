using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Npgsql;
using NpgsqlTypes;
using Soccer.Contracts.Predict.V1;
using Soccer.Tables.Predict;

namespace Soccer.Clients.Tests;

/// <summary>Predict as clients see it: a request is pending when it is looked at first, and then it is done.</summary>
sealed class PredictStub(string database) : IStartupFilter
{
    static readonly MatchForecast Forecast = new(
        "E0", 1, "Arsenal", 2, "Chelsea", new(2025, 2, 8), 0.5, 0.25, 0.25, "market-memory", 1.5f, 1.0f, null);

    /// <summary>Answers a question in the request.</summary>
    public static Task AnswerNow(ConsumeContext<PredictMatchNow> question)
    {
        var (asked, match) = (question.Message, question.Message.Match);
        return question.RespondAsync(new MatchPredicted(
            asked.RequestId, "E0", match.Home, match.Away, new(2025, 2, 8), 0.5, 0.25, 0.25, "m1", 5, asked.RequestedAt, "market-memory", 1.5,
            1.0, 3, match.HomeId, match.AwayId));
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, rest) =>
        {
            var isPoll = HttpMethods.IsGet(http.Request.Method) & http.Request.Path.StartsWithSegments("/v1/predictions", out var id);
            if (isPoll)
                http.Response.OnStarting(() => IsPending(http.Response) ? Answer(Guid.Parse(id.Value!.Trim('/'))) : Task.CompletedTask);
            return rest(http);
        });
        next(app);
    };

    static bool IsPending(HttpResponse response) => response.Headers.RetryAfter.Count > 0;

    async Task Answer(Guid request)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("insert into predict.answer values ($1, now(), 'm1', 5, 3, $2)", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = request });
        command.Parameters.Add(new NpgsqlParameter { Value = MatchAnswer.Write([new(Forecast, null)]), NpgsqlDbType = NpgsqlDbType.Jsonb });
        await command.ExecuteNonQueryAsync();
    }
}
