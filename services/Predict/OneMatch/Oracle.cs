using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Contracts.Predict.V1;
using Soccer.Forecasting;
using Soccer.Forecasting.Features;
using Soccer.Forecasting.Models;
using Soccer.Hosting.Database;
using Soccer.Tables.Featurize;
using Soccer.Tables.Predict;
using Soccer.Tables.Promote;
using Soccer.Tables.Train;
using Soccer.Tables.Validate;

namespace Soccer.Predict.OneMatch;

/// <summary>
/// Forecasts any two known teams from the champion and the newest team state. Both are kept in memory; requests look for newer ones at most every few milliseconds, so that no replica
/// has to be told. While newer ones are loaded, which takes seconds, those before answer on; each answer is made by one champion and one team state, and names them.
/// </summary>
public sealed class Oracle(NpgsqlDataSource database, IOptions<PredictOptions> options, TimeProvider time, ILogger<Oracle> log)
{
    /// <summary>Requests wait for a look of one of them, so that it must end although the database neither answers nor refuses.</summary>
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Before what could not be loaded is loaded again.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    readonly SharedLook<Knowledge> look = new(TimeSpan.FromMilliseconds(options.Value.FreshForMilliseconds), time);
    Knowledge? held;
    Newer? newer;

    /// <summary>Answers requests, all with the same model; what can't be forecast is answered with what is wrong.</summary>
    public async Task<IReadOnlyList<Reply>> Answer(IReadOnlyCollection<Question> questions, CancellationToken cancellation)
    {
        try
        {
            var known = await Current().WaitAsync(cancellation);
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
        if (question.Deadline < now)
            return Refuse(question, new(Refusal.Deadline, $"it was to be answered by {question.Deadline:yyyy-MM-dd HH:mm:ss} UTC, and its turn came at {now:yyyy-MM-dd HH:mm:ss}"));
        var answers = question.Matches.Select(match => Answer(known, question, match)).ToList();
        var rows = question.Explain ? answers.Zip(question.Matches, (answer, match) => answer.Forecast is null ? null : known.Row(match)).ToList() : null;
        return new(question.RequestId, now, known.ModelId, known.Set.Version, known.Set.DatasetVersion, answers, rows);
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

    /// <summary>What is known now, or was a moment ago.</summary>
    /// <exception cref="UnanswerableRequestException">There is no champion yet, or none that reads the newest features.</exception>
    internal Task<Knowledge> Current() => look.Now(this, static oracle => oracle.Read());

    Task<Knowledge> Read() => database.Within(Limit, "the champion", Read);

    async Task<Knowledge> Read(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var alias = await Aliases.Newest(connection, Aliases.Champion, cancellation)
            ?? throw new UnanswerableRequestException("", "no model has been promoted yet; run the cascade first");
        var set = await FeatureSets.Newest(connection, cancellation)
            ?? throw new UnanswerableRequestException("", "no features have been built yet; run the cascade first");
        if (held is { } known && known.ModelId == alias.ModelId && known.Set.Version == set.Version)
            return known;
        if (newer?.ModelId != alias.ModelId || newer.FeatureSetVersion != set.Version)
            newer = new(alias.ModelId, set.Version, time.GetTimestamp(), time.GetTimestamp(), Load(alias.ModelId, set));
        else if (newer.Load is { IsCompleted: true, IsCompletedSuccessfully: false } && time.GetElapsedTime(newer.Began) > Pause)
            newer = newer with { Began = time.GetTimestamp(), Load = Load(alias.ModelId, set) };
        if (held is not null && !newer.Load.IsCompletedSuccessfully && time.GetElapsedTime(newer.Since).TotalSeconds < options.Value.LoadSeconds)
            return held;
        return held = await newer.Load.WaitAsync(cancellation);
    }

    // Not on the thread of a look: much of it is computing.
    Task<Knowledge> Load(string modelId, FeatureSetRow set) => Task.Run(async () =>
    {
        try
        {
            return await database.Within(Limit, $"champion {modelId}", (connection, cancellation) => Load(connection, modelId, set, cancellation));
        }
        catch (Exception error)
        {
            // Requests hear of it only where none can answer them meanwhile.
            log.LogWarning(error, "champion {ModelId} with feature set {Version} could not be loaded", modelId, set.Version);
            throw;
        }
    });

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

    /// <param name="ModelId">The newer champion, or the same one.</param>
    /// <param name="FeatureSetVersion">Of the newer team state, or the same.</param>
    /// <param name="Since">The monotonic timestamp at which they were first seen.</param>
    /// <param name="Began">When loading began last.</param>
    /// <param name="Load">Loads them.</param>
    sealed record Newer(string ModelId, int FeatureSetVersion, long Since, long Began, Task<Knowledge> Load);
}
