using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MassTransit;
using Npgsql;
using NpgsqlTypes;
using Soccer.Contracts.Predict.V1;
using Soccer.Tables.Predict;

namespace Soccer.Api.Tests.Http;

/// <summary>Specs of requests for forecasts: an Api that knows some teams, and a Predict that says what a test wants it to.</summary>
public abstract class PredictionTrial : ApiSpecs
{
    readonly Sends sends = new();

    [OneTimeSetUp]
    public async Task KnowTeams()
    {
        // In an asynchronous method, which keeps to itself what the bus notes in the flow of the call.
        Api.Host.Bus.Bus.ConnectSendObserver(sends);
        await Api.Database.Execute("""
            insert into validate.team values (1, 'England', 'Arsenal'), (2, 'England', 'Chelsea'), (3, 'Spain', 'Barcelona'), (4, 'Ecuador', 'Barcelona'), (5, 'Spain', 'Getafe');
            insert into featurize.feature_schema values (1, 'schema', '{}', '{}');
            insert into featurize.feature_set values (5, 1, 3, 'data', 'set', 0, '2025-02-01', now());
            """);
    }

    private protected static MatchForecast Forecast(long home = 1, long away = 2) => new(
        "E0", home, home == 1 ? "Arsenal" : "Chelsea", away, away == 2 ? "Chelsea" : "Arsenal", new(2025, 2, 8), 0.5, 0.25, 0.25, "market-memory", 1.5f, 1.0f, null);

    /// <summary>Stores an answer as Predict does, and tells of it.</summary>
    private protected async Task Answer(Guid request, params MatchAnswer[] matches)
    {
        await using var connection = new NpgsqlConnection(Api.Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("insert into predict.answer values ($1, $2, 'm1', 5, 3, $3)", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = request });
        command.Parameters.Add(new NpgsqlParameter { Value = Api.Host.Clock.GetUtcNow().UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new NpgsqlParameter { Value = MatchAnswer.Write(matches) });
        await command.ExecuteNonQueryAsync();
        await Api.Host.Deliver(new PredictionsAnswered([request], Api.Host.Clock.GetUtcNow().UtcDateTime));
    }

    /// <summary>What Predict's queues were sent under a request's id.</summary>
    private protected IReadOnlyList<(Guid? MessageId, T Command)> Sent<T>(Func<T, Guid> idOf, Guid request) where T : class =>
        [.. sends.All.Where(sent => sent.Message is T command && idOf(command) == request).Select(sent => (sent.Id, (T)sent.Message))];

    private protected async Task<HttpResponseMessage> Post(object body, params (string Name, string Value)[] headers) => await PostTo("/v1/predictions", body, headers);

    private protected async Task<HttpResponseMessage> PostTo(string path, object body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Api.Http.SendAsync(request);
    }

    private protected async Task<(Guid Id, Uri Location)> Ask(object body, params (string Name, string Value)[] headers)
    {
        var response = await Post(body, headers);
        var answer = await Json(response, HttpStatusCode.Accepted);
        return (answer.GetProperty("id").GetGuid(), response.Headers.Location!);
    }

    /// <summary>Every message that was sent, as often as it was: the harness tells one of an id once.</summary>
    sealed class Sends : ISendObserver
    {
        public ConcurrentQueue<(Guid? Id, object Message)> All { get; } = [];

        public Task PreSend<T>(SendContext<T> context) where T : class => Task.CompletedTask;

        public Task PostSend<T>(SendContext<T> context) where T : class
        {
            All.Enqueue((context.MessageId, context.Message));
            return Task.CompletedTask;
        }

        public Task SendFault<T>(SendContext<T> context, Exception exception) where T : class => Task.CompletedTask;
    }

    private protected static async Task<JsonElement> Json(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(status), text);
        return JsonDocument.Parse(text).RootElement;
    }
}
