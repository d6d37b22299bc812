using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Soccer.Hosting.Database;

namespace Soccer.Hosting.Bus;

/// <summary>The policy that all work queues share; a Definition adds its own prefetch and concurrency.</summary>
public static class WorkQueue
{
    /// <summary>
    /// Pauses before a missing table is looked for again: fifteen minutes in all. A stage makes its tables when it starts; its longest
    /// migration may take
    /// ten minutes (<see cref="Migrator.Seconds"/>), and starting a whole system takes some more. A table that is missing then is one that
    /// nobody makes.
    /// </summary>
    public static readonly IReadOnlyList<TimeSpan> PausesForTable =
        [.. new[] { 0.5, 1, 2, 4, 8, 15 }.Concat(Enumerable.Repeat(30.0, 29)).Select(TimeSpan.FromSeconds)];

    /// <summary>
    /// A quorum queue whose consumer waits for the database: it starts when the migrations are through. A transient database error, or a
    /// command that the
    /// broker did not confirm, is retried in process with a growing pause up to 30 s; another stage's table that is not there yet for
    /// <see cref="PausesForTable"/>. What can never succeed, a missing column among it, goes to the queue's _error queue at once.
    /// </summary>
    public static void UseWorkQueue(this IReceiveEndpointConfigurator endpoint, IRegistrationContext context)
    {
        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
            rabbit.SetQuorumQueue();
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<NpgsqlException>(error => error.IsTransient && !CanNeverSucceed(error));
            // A consumer sends commands under ids that are the same at every attempt.
            retry.Handle<CommandNotAcceptedException>();
            // The broker takes an unanswered message back after four hours, long before these are used up.
            retry.Exponential(1000, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1));
        });
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<PostgresException>(error => error.SqlState is PostgresErrorCodes.UndefinedTable);
            retry.Intervals([.. PausesForTable]);
        });
        if (context.GetService<Migrator>() is { } migrator)
            endpoint.UseExecuteAsync(consume => migrator.Completed.WaitAsync(consume.CancellationToken));
    }

    /// <summary>
    /// What Npgsql calls transient although only another statement, or another configuration of the server, helps: an object that is not in
    /// the state that
    /// the statement needs, a limit of the configuration.
    /// </summary>
    static bool CanNeverSucceed(NpgsqlException error) =>
        error.SqlState is PostgresErrorCodes.ObjectNotInPrerequisiteState or PostgresErrorCodes.ConfigurationLimitExceeded;
}
