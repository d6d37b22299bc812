using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Soccer.Hosting.Database;

namespace Soccer.Hosting.Bus;

/// <summary>The policy that all work queues share; a Definition adds its own prefetch and concurrency.</summary>
public static class WorkQueue
{
    /// <summary>
    /// A quorum queue whose consumer waits for the database: it starts when the migrations are through, and a transient database error, or a command
    /// that the broker did not confirm, is retried in process with a growing pause up to 30 s. What can never succeed goes to the queue's _error queue at once.
    /// </summary>
    public static void UseWorkQueue(this IReceiveEndpointConfigurator endpoint, IRegistrationContext context)
    {
        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
            rabbit.SetQuorumQueue();
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<NpgsqlException>(error => error.IsTransient);
            // Another service's tables or columns: its migrations have not run yet.
            retry.Handle<PostgresException>(error => error.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn);
            // A consumer sends commands under ids that are the same at every attempt.
            retry.Handle<CommandNotAcceptedException>();
            // The broker takes an unanswered message back after four hours, long before these are used up.
            retry.Exponential(1000, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1));
        });
        if (context.GetService<Migrator>() is { } migrator)
            endpoint.UseExecuteAsync(consume => migrator.Completed.WaitAsync(consume.CancellationToken));
    }
}
