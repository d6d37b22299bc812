using System.Reflection;
using Dapper;
using DbUp.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Soccer.Hosting.Database;

/// <summary>Connects a service to its database.</summary>
public static class DatabaseRegistration
{
    /// <summary>
    /// Adds the data source of the connection string "Soccer" (Database:Password counts before the one in it), the calling service's
    /// migrations, its step memo and the deletion of what is old. The service's schema must exist and be its own.
    /// </summary>
    /// <param name="builder">The service.</param>
    /// <param name="published">
    /// Holds the migrations of its published tables, in a folder of the service's name; they come before those in its own folder
    /// Migrations.
    /// </param>
    /// <param name="unnumbered">The names of the first of its own, where these were recorded before files had numbers.</param>
    /// <param name="commandSeconds">How long a statement may take. By default COPY and merges of the whole history have the minutes that
    /// they need on a slow disk.</param>
    public static void AddDatabase(
        this WebApplicationBuilder builder, Assembly published, string[]? unnumbered = null, int commandSeconds = Migrator.Seconds)
    {
        var own = Assembly.GetCallingAssembly();
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        var services = builder.Services;
        services.AddSingleton(provider =>
        {
            var configuration = provider.GetRequiredService<IConfiguration>();
            var text = configuration.GetConnectionString("Soccer")
                ?? throw new InvalidOperationException("the connection string Soccer is missing: set ConnectionStrings__Soccer");
            var connection = new NpgsqlConnectionStringBuilder(text)
            {
                ApplicationName = provider.GetRequiredService<ServiceIdentity>().Name,
                MaxPoolSize = 20,
                // What is asked often is planned once a connection.
                MaxAutoPrepare = 40,
                CommandTimeout = commandSeconds,
            };
            // A password in a file of its own, as containers have it.
            if (configuration["Database:Password"] is { Length: > 0 } password)
                connection.Password = password;
            return new NpgsqlDataSourceBuilder(connection.ConnectionString).Build();
        });
        IReadOnlyList<SqlScript> migrations =
        [
            .. MigrationFiles.In(typeof(Migrator).Assembly, "Database.Migrations"),
            .. MigrationFiles.In(published, own.GetName().Name!["Soccer.".Length..]),
            .. MigrationFiles.In(own, "Migrations", unnumbered),
        ];
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<Migrator>(provider, migrations));
        services.AddHostedService(provider => provider.GetRequiredService<Migrator>());
        services.AddSingleton<StepMemo>();
        builder.AddStageOptions<StepOptions>("Steps");
        services.AddSingleton(provider => new RetentionRule(
            "steps", provider.GetRequiredService<IOptions<StepOptions>>().Value.Days, provider.GetRequiredService<StepMemo>().DeleteSome));
        services.AddSingleton<Retention>().AddHostedService(provider => provider.GetRequiredService<Retention>());
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
    }
}
