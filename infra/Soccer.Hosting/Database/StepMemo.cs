using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Npgsql;
using Soccer.Contracts;

namespace Soccer.Hosting.Database;

/// <summary>
/// Remembers what a step made of its inputs. The key is the hash of step, inputs and code version; the result holds ids, hashes and counts,
/// and a
/// redelivered or repeated message publishes its event again from it, under its own run.
/// </summary>
public sealed class StepMemo(NpgsqlDataSource database, ServiceIdentity service, TimeProvider time, ServiceMeter meter)
{
    /// <summary>
    /// The stored result of the step, or the computed one, which is stored. With <paramref name="force"/> it is computed in any case. Where
    /// two compute
    /// it at once, the first to store has made the result of both.
    /// </summary>
    /// <param name="step">The step's name.</param>
    /// <param name="inputs">Hashes of all that it reads, and its parameters; serialised as JSON.</param>
    /// <param name="force">Compute although a result is stored.</param>
    /// <param name="identity">The part of a result that must not differ between two computations: its hash.</param>
    /// <param name="compute">Computes and stores the rows. Must be repeatable: it may run twice for one key.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="StepNotReproducedException">A forced computation gave another result than the stored one.</exception>
    public async Task<(T Result, StepTime Time)> Run<T>(
        string step, object inputs, bool force, Func<T, string> identity, Func<CancellationToken, Task<T>> compute, CancellationToken cancellation)
    {
        var inputsJson = JsonSerializer.Serialize(inputs);
        var key = KeyOf($"{step}\n{inputsJson}\n{service.CodeVersion}");
        return await Run(step, key, inputsJson, await Find<T>(key, cancellation), force, identity, compute, cancellation);
    }

    /// <summary>
    /// What was decided before for the same inputs, or the decision that is made and stored now. The code's version is no part of the
    /// key, so that replicas of two versions side by side, and a
    /// message that comes again after an upgrade, decide once.
    /// </summary>
    /// <param name="step">The decision's name.</param>
    /// <param name="inputs">What it is about: the run; serialised as JSON.</param>
    /// <param name="decide">Decides. Must be repeatable: the first to store has decided.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<(T Result, StepTime Time)> Decide<T>(string step, object inputs, Func<CancellationToken, Task<T>> decide, CancellationToken cancellation)
    {
        var inputsJson = JsonSerializer.Serialize(inputs);
        var key = KeyOf($"{step}\n{inputsJson}");
        var stored = await Find<T>(key, cancellation) ?? await FindOfOtherCode<T>(step, inputsJson, cancellation);
        return await Run(step, key, inputsJson, stored, force: false, _ => "", decide, cancellation);
    }

    /// <summary>Forgets some of the steps from before a time; how many.</summary>
    internal async Task<int> DeleteSome(DateTime before, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteAsync(new CommandDefinition(
            $"""
            delete from {service.Schema}._step
            where key in (select key from {service.Schema}._step where at < @before order by key limit 1000 for update)
            """, new { before }, cancellationToken: cancellation));
    }

    static string KeyOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    async Task<(T Result, StepTime Time)> Run<T>(
        string step, string key, string inputsJson, T? stored, bool force, Func<T, string> identity, Func<CancellationToken, Task<T>> compute, CancellationToken cancellation)
    {
        var started = time.GetUtcNow().UtcDateTime;
        var clock = time.GetTimestamp();
        if (stored is { } remembered && !force)
            return (remembered, Time(remembered: true));

        var result = await compute(cancellation);
        if (stored is { } before && identity(before) is { Length: > 0 } known && known != identity(result))
            throw new StepNotReproducedException(step, identity(before), identity(result));
        var took = Time(remembered: false);
        var first = await Store(key, step, inputsJson, result, took.Seconds, cancellation);
        return (first || force ? result : (await Find<T>(key, cancellation))!, took);

        StepTime Time(bool remembered)
        {
            var seconds = time.GetElapsedTime(clock).TotalSeconds;
            meter.Stepped(step, remembered, seconds);
            return new StepTime(service.CodeVersion, started, Math.Round(seconds, 3), remembered);
        }
    }

    async Task<T?> Find<T>(string key, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var json = await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(
            $"select result::text from {service.Schema}._step where key = @key", new { key }, cancellationToken: cancellation));
        return json is null ? default : JsonSerializer.Deserialize<T>(json);
    }

    /// <summary>A decision of a version that had the code's version in the key; runs of its time have ended after a week.</summary>
    async Task<T?> FindOfOtherCode<T>(string step, string inputs, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var json = await connection.QueryFirstOrDefaultAsync<string>(new CommandDefinition(
            $"""
            select result::text
            from {service.Schema}._step
            where step = @step and inputs = @inputs::jsonb and at > @since
            order by at
            limit 1
            """, new { step, inputs, since = time.GetUtcNow().UtcDateTime.AddDays(-7) }, cancellationToken: cancellation));
        return json is null ? default : JsonSerializer.Deserialize<T>(json);
    }

    async Task<bool> Store<T>(string key, string step, string inputs, T result, double seconds, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var stored = await connection.ExecuteAsync(new CommandDefinition(
            $"""
            insert into {service.Schema}._step (key, step, inputs, code_version, result, seconds, at)
            values (@key, @step, @inputs::jsonb, @CodeVersion, @result::jsonb, @seconds, @now)
            on conflict (key) do nothing
            """,
            new { key, step, inputs, service.CodeVersion, result = JsonSerializer.Serialize(result), seconds, now = time.GetUtcNow().UtcDateTime },
            cancellationToken: cancellation));
        return stored == 1;
    }
}

/// <summary>
/// The same inputs and the same code gave another result than before: the step is not deterministic, and its lineage can't be trusted.
/// </summary>
public sealed class StepNotReproducedException(string step, string before, string now)
    : Exception($"{step} gave {now} where the same inputs and code had given {before}; the stored result stands");
