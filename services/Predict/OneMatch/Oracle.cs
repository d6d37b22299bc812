using Npgsql;
using Soccer.Contracts.Predict.V1;
using Soccer.Forecasting;
using Soccer.Forecasting.Features;
using Soccer.Forecasting.Models;
using Soccer.Tables.Featurize;
using Soccer.Tables.Predict;
using Soccer.Tables.Promote;
using Soccer.Tables.Train;
using Soccer.Tables.Validate;

namespace Soccer.Predict.OneMatch;

/// <summary>
/// Forecasts any two known teams from the champion and the newest team state. Both are kept in memory; each batch of requests first asks the database which are the newest, so that no
/// replica says what an older champion would have said.
/// </summary>
public sealed class Oracle(NpgsqlDataSource database, TimeProvider time, ILogger<Oracle> log) : IDisposable
{
    readonly SemaphoreSlim loading = new(1);
    Knowledge? knowledge;

    /// <summary>Answers requests, all with the same model; what can't be forecast is answered with what is wrong.</summary>
    public async Task<IReadOnlyList<Reply>> Answer(IReadOnlyCollection<Question> questions, CancellationToken cancellation)
    {
        try
        {
            var known = await Current(cancellation);
            return [.. questions.Select(question => Answer(known, question))];
        }
        catch (UnanswerableRequestException nobody)
        {
            return [.. questions.Select(question => Refuse(question, nobody))];
        }
    }

    Reply Answer(Knowledge known, Question question)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return question.Deadline < now
            ? Refuse(question, new(Refusal.Deadline, $"it was to be answered by {question.Deadline:yyyy-MM-dd HH:mm:ss} UTC, and its turn came at {now:yyyy-MM-dd HH:mm:ss}"))
            : new(question.RequestId, now, known.ModelId, known.Set.Version, known.Set.DatasetVersion, [.. question.Matches.Select(match => Answer(known, question, match))]);
    }

    MatchAnswer Answer(Knowledge known, Question question, AskedMatch match)
    {
        try
        {
            return new(known.Forecast(match), null);
        }
        catch (UnanswerableRequestException wrong)
        {
            return new(null, wrong.Refusal);
        }
        catch (Exception bug)
        {
            // One match that breaks the code must not take the requests of its batch with it.
            log.LogError(bug, "request {RequestId}: {Home} - {Away} could not be forecast", question.RequestId, match.Home, match.Away);
            return new(null, new("", $"the forecast failed: {bug.Message}", []));
        }
    }

    Reply Refuse(Question question, UnanswerableRequestException wrong) =>
        new(question.RequestId, time.GetUtcNow().UtcDateTime, null, null, null, [.. question.Matches.Select(_ => new MatchAnswer(null, wrong.Refusal))]);

    async Task<Knowledge> Current(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var alias = await Aliases.Newest(connection, Aliases.Champion, cancellation)
            ?? throw new UnanswerableRequestException("", "no model has been promoted yet; run the cascade first");
        var set = await FeatureSets.Newest(connection, cancellation)
            ?? throw new UnanswerableRequestException("", "no features have been built yet; run the cascade first");
        if (Held(alias, set) is { } held)
            return held;
        // Requests that come together find the same news; one of them loads it.
        await loading.WaitAsync(cancellation);
        try
        {
            return Held(alias, set) ?? (knowledge = await Load(connection, alias.ModelId, set, cancellation));
        }
        finally
        {
            loading.Release();
        }
    }

    Knowledge? Held(AliasRow alias, FeatureSetRow set) => knowledge is { } known && known.ModelId == alias.ModelId && known.Set.Version == set.Version ? known : null;

    static async Task<Knowledge> Load(NpgsqlConnection connection, string modelId, FeatureSetRow set, CancellationToken cancellation)
    {
        var model = await Models.Read(connection, modelId, cancellation);
        if (model.SchemaHash != set.SchemaHash)
            throw new UnanswerableRequestException("", "the champion reads another feature schema than the newest one; a run with training is due");
        FeaturePass pass;
        await using (var state = await FeatureSets.ReadState(connection, set.Version, cancellation))
            pass = FeaturePass.Load(state);
        return new(
            modelId, ModelArtifact.Read(model.Artifact, modelId), set, pass, new TeamDirectory(await Teams.Read(connection, cancellation)),
            await PredictSql.LastDivisions(connection, set.DatasetVersion, cancellation), await PredictSql.NewestSeasons(connection, set.DatasetVersion, cancellation));
    }

    public void Dispose() => loading.Dispose();
}
