using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Api.Ledger;
using Soccer.Contracts.Predict.V1;
using Soccer.Hosting.Database;
using Soccer.Tables.Promote;

namespace Soccer.Api.Fixtures;

/// <summary>What is told of the matches, as of one look.</summary>
/// <param name="State">Names it.</param>
/// <param name="Newest">The newest refresh of the forecasts; none before the first.</param>
/// <param name="Champion">The champion's model; none where there is none.</param>
/// <param name="Fixtures">The matches of the board by id.</param>
sealed record BoardState(string State, PredictionsRefreshed? Newest, string? Champion, FrozenDictionary<long, BoardFixture> Fixtures);

/// <summary>
/// The matches that are asked for most, coming ones and last week's, in memory, each with its answer once somebody has asked for it. Whether anything has changed is looked up by the requests
/// themselves, at most every few milliseconds; then all keys are read, and what has another key than before loses its answer. Nobody has to tell a replica, so no replica can miss it.
/// </summary>
sealed class Board(NpgsqlDataSource database, FixtureReader reader, BoardMeter meter, IOptions<BoardOptions> options, TimeProvider time)
{
    readonly SharedLook<BoardState> look = new(TimeSpan.FromMilliseconds(options.Value.FreshForMilliseconds), time);
    readonly Func<FixtureKey, Task<StoredAnswer>> answer = reader.Answer;
    BoardState? known;

    /// <summary>The board as of now, or of a moment ago. Requests that find it too old wait for one look of the first of them.</summary>
    public Task<BoardState> Now() => look.Now(this, static board => board.Read());

    /// <summary>The answer for a match of the board; of another one that has a forecast, read for this request alone; else none.</summary>
    public async ValueTask<StoredAnswer?> Answer(BoardState state, long match, CancellationToken cancellation)
    {
        if (!state.Fixtures.TryGetValue(match, out var fixture))
            return await AnswerBesides(state, match, cancellation);
        var answering = fixture.Answer(answer, out var isOwn);
        if (isOwn)
            meter.Missed();
        else if (answering.IsCompletedSuccessfully)
            meter.Hit(answering.Result);
        else
            meter.Hit();
        return await answering.WaitAsync(cancellation);
    }

    async Task<StoredAnswer?> AnswerBesides(BoardState state, long match, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var keys = await FixtureSql.Keys(connection, state.Newest!, state.Champion, new(match, null, null, null, null, 1), cancellation);
        if (keys is not [var key])
            return null;
        meter.Missed();
        return await reader.Answer(connection, key, cancellation);
    }

    Task<BoardState> Read() => reader.Read("the board", Read);

    async Task<BoardState> Read(NpgsqlConnection connection, CancellationToken cancellation)
    {
        // First the state's name: what comes meanwhile is in the keys already, and makes the next look read them again.
        var state = await FixtureSql.State(connection, cancellation);
        if (known?.State == state)
            return known;
        var refresh = await EventSql.NewestRefresh(connection, cancellation);
        var champion = (await Aliases.Newest(connection, Aliases.Champion, cancellation))?.ModelId;
        var query = new FixtureQuery(null, null, refresh?.Run.AsOf.AddDays(1 - options.Value.PastDays), null, null, options.Value.Matches);
        var keys = refresh is null ? [] : await FixtureSql.Keys(connection, refresh, champion, query, cancellation);
        return known = new(state, refresh, champion, keys.ToFrozenDictionary(key => key.MatchId, Kept));
    }

    BoardFixture Kept(FixtureKey key) => known?.Fixtures.GetValueOrDefault(key.MatchId) is { } before && before.Key == key ? before : new(key);
}
