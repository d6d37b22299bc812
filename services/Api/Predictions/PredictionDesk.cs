using MassTransit;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Api.Problems;
using Soccer.Contracts.Predict.V1;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;

namespace Soccer.Api.Predictions;

/// <summary>A request that was taken.</summary>
/// <param name="Id">Its id; under an Idempotency-Key that came before, the first one's.</param>
/// <param name="RequestedAt">UTC; the first one's too.</param>
/// <param name="Deadline">UTC.</param>
sealed record Taken(Guid Id, DateTime RequestedAt, DateTime Deadline);

/// <summary>Takes requests for forecasts: writes them down, and has the broker confirm them.</summary>
sealed class PredictionDesk(
    IBus bus, NpgsqlDataSource database, RequestLog requests, IOptions<PredictionOptions> options, TimeProvider time, ILogger<PredictionDesk> log)
{
    /// <summary>A database that hangs is as good as away.</summary>
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>Takes a request; on return the broker has it.</summary>
    /// <param name="id">A new id.</param>
    /// <param name="request">As it was sent.</param>
    /// <param name="matches">Its matches, all of which can be asked.</param>
    /// <param name="keyId">The caller's key.</param>
    /// <param name="idempotencyKey">Its Idempotency-Key, or none.</param>
    /// <param name="cancellation">Ends the wait for the broker.</param>
    /// <exception cref="CommandNotAcceptedException">The broker did not confirm it.</exception>
    /// <exception cref="IdempotencyConflictException">The key came before with another request.</exception>
    public Task<Taken> Take(Guid id, PredictionRequest request, AskedMatch[] matches, string keyId, string? idempotencyKey, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        // The database keeps microseconds; what is sent again is to be the same command.
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        var row = new RequestRow(id, now, now.AddSeconds(WithinSeconds(request)), request.Matches is not null, keyId);
        var command = new PredictMatches(row.RequestId, matches, row.RequestedAt, row.Deadline, request.Explain, keyId);
        return idempotencyKey is null
            ? Take(row, command, cancellation)
            : TakeOnce(row with { IdempotencyKey = idempotencyKey, BodyHash = IdempotencyKey.HashOf(request) }, command, cancellation);
    }

    /// <summary>The request that came before under the same Idempotency-Key and is the broker's already; none where this one is still to be taken.</summary>
    /// <exception cref="IdempotencyConflictException">The key came before with another request.</exception>
    public async Task<Taken?> Repeated(PredictionRequest request, string keyId, string idempotencyKey, CancellationToken cancellation)
    {
        if (await Within((connection, limit) => PredictionSql.Find(connection, keyId, idempotencyKey, limit), cancellation) is not { } before)
            return null;
        if (!before.BodyHash.AsSpan().SequenceEqual(IdempotencyKey.HashOf(request)))
            throw new IdempotencyConflictException(idempotencyKey);
        return before.IsConfirmed ? new(before.RequestId, before.RequestedAt, before.Deadline) : null;
    }

    async Task<Taken> Take(RequestRow row, PredictMatches command, CancellationToken cancellation)
    {
        // Both at once: neither waits for the other's disk.
        var written = requests.Write(row);
        try
        {
            await Send(command, row.IsList, cancellation);
        }
        finally
        {
            await Noted(row.RequestId, written);
        }
        return new(row.RequestId, row.RequestedAt, row.Deadline);
    }

    /// <summary>Written down first: who comes again finds what was asked, and whether the broker has it.</summary>
    async Task<Taken> TakeOnce(RequestRow row, PredictMatches command, CancellationToken cancellation)
    {
        if (!await requests.Write(row))
        {
            var before = await Before(row, cancellation);
            if (!before.BodyHash.AsSpan().SequenceEqual(row.BodyHash))
                throw new IdempotencyConflictException(row.IdempotencyKey!);
            if (before.IsConfirmed)
                return new(before.RequestId, before.RequestedAt, before.Deadline);
            command = command with { RequestId = before.RequestId };
            if (before.Deadline < row.RequestedAt)
                await Renew(before.RequestId, row.RequestedAt, row.Deadline, cancellation);
            else
                command = command with { RequestedAt = before.RequestedAt, Deadline = before.Deadline };
        }
        // A first send that was never confirmed is repeated under the same message id; Predict answers an id once.
        await Send(command, row.IsList, cancellation);
        await Noted(command.RequestId, Confirm(command.RequestId));
        return new(command.RequestId, command.RequestedAt, command.Deadline!.Value);
    }

    async Task<RepeatedRow> Before(RequestRow row, CancellationToken cancellation) =>
        await Within((connection, limit) => PredictionSql.Find(connection, row.KeyId, row.IdempotencyKey!, limit), cancellation)
            ?? throw new NpgsqlException($"the request under the {IdempotencyKey.Header} '{row.IdempotencyKey}' was forgotten just now");

    Task Renew(Guid id, DateTime requestedAt, DateTime deadline, CancellationToken cancellation) =>
        Within((connection, limit) => PredictionSql.Renew(connection, id, requestedAt, deadline, limit), cancellation);

    Task Confirm(Guid id) => Within((connection, limit) => PredictionSql.Confirm(connection, id, limit), CancellationToken.None);

    // A connection for each statement alone: requests that wait for the broker, or for RequestLog, which needs one too, must not hold them all.
    Task<T> Within<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> statement, CancellationToken cancellation) => database.Within(Limit, "a request", statement, cancellation);

    // Explanations take milliseconds each, and must not hold the batches of single matches.
    Task Send(PredictMatches e, bool isList, CancellationToken cancellation) => isList || e.Explain
        ? bus.SendCommand(PredictMatches.Queue, e, e.RequestId, cancellation, messageId: e.RequestId)
        : bus.SendCommand(PredictMatch.Queue, One(e, e.Matches[0]), e.RequestId, cancellation, messageId: e.RequestId);

    static PredictMatch One(PredictMatches e, AskedMatch match) => new(
        e.RequestId, match.Division, match.Home, match.Away, match.Date, e.RequestedAt, match.Odds, match.HomeId, match.AwayId, e.Deadline,
        e.Owner);

    async Task Noted(Guid id, Task writing)
    {
        try
        {
            await writing;
        }
        catch (NpgsqlException error)
        {
            // The broker has the request, and its answer will be stored under its id.
            log.LogWarning("request {RequestId} was accepted while it could not be written down: {Reason}", id, error.Message);
        }
    }

    double WithinSeconds(PredictionRequest request)
    {
        var most = options.Value.MostWithinSeconds;
        var within = request.WithinSeconds ?? options.Value.WithinSeconds;
        return within is > 0 && within <= most
            ? within
            : throw new InvalidInputException("withinSeconds", FormattableString.Invariant($"{within}"), FormattableString.Invariant($"withinSeconds must be above 0, and {most} at most"));
    }
}

/// <summary>An Idempotency-Key that came before with another request.</summary>
sealed class IdempotencyConflictException(string key)
    : Exception($"the {IdempotencyKey.Header} '{key}' came before with another request: send that request again, or this one under a key of its own");
