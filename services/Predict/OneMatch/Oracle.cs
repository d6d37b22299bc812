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
/// has to be told. While newer ones are loaded, which takes seconds, those before answer on what they can; each answer is made by one champion and one team state, and names them.
/// </summary>
public sealed class Oracle(NpgsqlDataSource database, IOptions<PredictOptions> options, TimeProvider time, ILogger<Oracle> log)
{
    /// <summary>Requests wait for a look of one of them, so that it must end although the database neither answers nor refuses.</summary>
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Before what could not be loaded is loaded again.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    readonly SharedLook<Seen> look = new(TimeSpan.FromMilliseconds(options.Value.FreshForMilliseconds), time);
    Knowledge? held;
    Newer? newer;

    /// <summary>The monotonic timestamp since which there are newer ones than those that are held.</summary>
    long? outdatedSince;

    /// <summary>Answers requests, all with the same model; what can't be forecast is answered with what is wrong.</summary>
    public async Task<IReadOnlyList<Reply>> Answer(IReadOnlyCollection<Question> questions, CancellationToken cancellation)
    {
        try
        {
            var seen = await Current().WaitAsync(cancellation);
            var replies = questions.Select(question => Answer(seen.Known, question)).ToList();
            // Those before may refuse what newer ones know: a team that has just come.
            return seen.Newer is { } loading && replies.Any(reply => reply.IsRefused) ? await Again(questions, replies, loading, cancellation) : replies;
        }
        catch (UnanswerableRequestException nobody)
        {
            return [.. questions.Select(question => Refuse(question, nobody))];
        }
    }

    async Task<IReadOnlyList<Reply>> Again(IEnumerable<Question> questions, IReadOnlyList<Reply> replies, Task<Knowledge> loading, CancellationToken cancellation)
    {
        try
        {
            var known = await loading.WaitAsync(cancellation);
            return [.. questions.Zip(replies, (question, reply) => reply.IsRefused ? Answer(known, question) : reply)];
        }
        catch (UnanswerableRequestException)
        {
            // Of the newer ones nothing can be known, so that those before have said all there is to say.
            return replies;
        }
    }

    Reply Answer(Knowledge known, Question question)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (question.Deadline < now)
            return Refuse(question, new(Refusal.Deadline, $"it was to be answered by {question.Deadline:yyyy-MM-dd HH:mm:ss.fff} UTC, and its turn came at {now:yyyy-MM-dd HH:mm:ss.fff}: ask again"));
        var answers = question.Matches.Select(match => Answer(known, question, match)).ToList();
        var rows = question.Explain ? answers.Zip(question.Matches, (answer, match) => answer.Forecast is null ? null : known.Row(match)).ToList() : null;
        return new(question.RequestId, now, known.ModelId, known.Set.Version, known.Set.DatasetVersion, answers, rows, question.Owner);
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
        new(question.RequestId, time.GetUtcNow().UtcDateTime, null, null, null,
            [.. question.Matches.Select(_ => new MatchAnswer(null, wrong.Refusal))], Owner: question.Owner);

    /// <summary>What is known now, or was a moment ago.</summary>
    /// <exception cref="UnanswerableRequestException">There is no champion yet, or none that reads the newest features.</exception>
    internal Task<Seen> Current() => look.Now(this, static oracle => oracle.Read());

    async Task<(AliasRow Champion, FeatureSetRow Set)> Newest(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var alias = await Aliases.Newest(connection, Aliases.Champion, cancellation)
            ?? throw new UnanswerableRequestException("", "no model has been promoted yet; run the cascade first");
        var set = await FeatureSets.NewestWithState(connection, null, cancellation)
            ?? throw new UnanswerableRequestException("", "no features have been built yet; run the cascade first");
        // A run of an earlier day by newer code: what is known of the latest day was described for the models before.
        if (held is { } champion && champion.ModelId == alias.ModelId && champion.Set.SchemaHash != set.SchemaHash)
            set = await FeatureSets.NewestWithState(connection, champion.Set.SchemaHash, cancellation) ?? set;
        return (alias, set);
    }

    async Task<Seen> Read()
    {
        // What loads has a connection of its own, for as long as it takes; whoever waits for it needs none.
        var (alias, set) = await database.Within(Limit, "the champion", Newest);
        if (held is { } known && known.ModelId == alias.ModelId && known.Set.Version == set.Version)
        {
            outdatedSince = null;
            return new(known, null);
        }
        outdatedSince ??= time.GetTimestamp();
        if (newer?.ModelId != alias.ModelId || newer.FeatureSetVersion != set.Version || (newer.MayLoadAgain && time.GetElapsedTime(newer.Began) > Pause))
            newer = new(alias.ModelId, set.Version, time.GetTimestamp(), Load(alias.ModelId, set));
        if (held is not null && !newer.Load.IsCompletedSuccessfully && time.GetElapsedTime(outdatedSince.Value).TotalSeconds < options.Value.LoadSeconds)
            return new(held.AsOf(set.AsOf), newer.Load);
        held = await newer.Load;
        outdatedSince = null;
        return new(held, null);
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
            log.LogWarning(error is UnanswerableRequestException ? null : error, "champion {ModelId} with feature set {Version} could not be loaded: {Reason}", modelId, set.Version, error.Message);
            throw;
        }
    });

    static async Task<Knowledge> Load(NpgsqlConnection connection, string modelId, FeatureSetRow set, CancellationToken cancellation)
    {
        var model = await Models.Read(connection, modelId, cancellation);
        if (model.SchemaHash != set.SchemaHash)
            set = await FeatureSets.NewestWithState(connection, model.SchemaHash, cancellation) ?? throw new UnanswerableRequestException("", "the champion reads another feature schema than the newest one; a run with training is due");
        FeaturePass pass;
        await using (var state = await FeatureSets.ReadState(connection, set.Version, cancellation))
            pass = FeaturePass.Load(state);
        var last = await PredictSql.LastSeasons(connection, set.DatasetVersion, cancellation);
        var newest = await PredictSql.NewestSeasons(connection, set.DatasetVersion, cancellation);
        var present = last.Where(team => newest[team.Value.Division] == team.Value.Season)
            .ToDictionary(team => team.Key, team => team.Value.Division);
        return new(
            modelId, ModelArtifact.Read(model.Artifact, modelId), set, pass,
            new TeamDirectory(await Teams.Read(connection, cancellation), present),
            last.ToDictionary(team => team.Key, team => team.Value.Division), newest);
    }

    /// <summary>What a look found.</summary>
    /// <param name="Known">What answers.</param>
    /// <param name="Newer">Where there is newer knowledge: what loads it.</param>
    internal sealed record Seen(Knowledge Known, Task<Knowledge>? Newer);

    /// <param name="ModelId">The newer champion, or the same one.</param>
    /// <param name="FeatureSetVersion">Of the newer team state, or the same.</param>
    /// <param name="Began">The monotonic timestamp at which loading began.</param>
    /// <param name="Load">Loads them.</param>
    sealed record Newer(string ModelId, int FeatureSetVersion, long Began, Task<Knowledge> Load)
    {
        /// <summary>A model that does not read the features never will.</summary>
        public bool MayLoadAgain => Load is { IsCompleted: true, IsCompletedSuccessfully: false } && Load.Exception?.InnerException is not UnanswerableRequestException;
    }
}
