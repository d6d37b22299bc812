using System.Text.RegularExpressions;
using k8s.Models;
using Soccer.Architecture.Tests.Checkout;
using Soccer.Architecture.Tests.Compiled;

namespace Soccer.Architecture.Tests.Kubernetes;

/// <summary>What pods are given: settings under names that the code reads, and each service its own role.</summary>
public sealed partial class SettingSpecs
{
    /// <summary>What is read below the configuration: by ASP.NET, and by Npgsql where the connection string has no password.</summary>
    static readonly string[] BelowConfiguration = ["ASPNETCORE_URLS", "PGPASSWORD"];

    static IEnumerable<string> Overlays => Rendered.Overlays;

    [TestCase("Bus__Host", true)]
    [TestCase("Bus__Hosts", false)]
    [TestCase("Train__Tuning__Kind", true)]
    [TestCase("Train__Tuning__Kinds", false)]
    [TestCase("Operations__Port", true)]
    [TestCase("ConnectionStrings__Football", false)]
    public void A_key_is_known_if_the_code_reads_it(string variable, bool isRead) =>
        Assert.That(SettingKeys.Of("services/Train", "Soccer.Train").Has(variable), Is.EqualTo(isRead));

    [TestCaseSource(nameof(Overlays))]
    public void Every_variable_is_one_that_the_program_reads(string overlay) => Assert.Multiple(() =>
    {
        foreach (var workload in Rendered.Of(overlay).Workloads)
        {
            if (KeysOf(workload) is { } keys)
            {
                var set = Variables(overlay, workload.Main).Keys.Except(BelowConfiguration);
                Assert.That(set.Where(variable => !keys.Has(variable)), Is.Empty, $"{workload}");
            }
        }
    });

    [TestCaseSource(nameof(Overlays))]
    public void Every_service_logs_in_as_its_own_role(string overlay) => Assert.Multiple(() =>
    {
        foreach (var workload in Rendered.Of(overlay).Workloads.Where(workload => workload.Service is not null))
        {
            var (service, variables) = (workload.Service!, Variables(overlay, workload.Main));
            var connection = UsesDatabase(service) ? $"Host=postgres;Database=soccer;Username=soccer_{service.Schema}" : null;
            Assert.That(variables.GetValueOrDefault("ConnectionStrings__Soccer"), Is.EqualTo(connection), $"{workload}");
            Assert.That(
                variables.GetValueOrDefault("PGPASSWORD"),
                Is.EqualTo(UsesDatabase(service) ? $"database-roles/{service.Name}" : null), $"{workload}");
        }
    });

    [TestCaseSource(nameof(Overlays))]
    public void A_service_waits_for_its_own_schema(string overlay) => Assert.Multiple(() =>
    {
        foreach (var service in Service.All.Where(UsesDatabase))
        {
            var wait = Rendered.Of(overlay).Deployment(service.Name).Spec.Template.Spec.InitContainers.Single();
            var variables = Variables(overlay, wait);
            Assert.That((variables["PGHOST"], variables["PGDATABASE"], variables["PGUSER"], variables["PGPASSWORD"]),
                Is.EqualTo(("postgres", "soccer", $"soccer_{service.Schema}", $"database-roles/{service.Name}")));
            Assert.That(wait.Command.Last(), Does.Contain($"to_regnamespace('{service.Schema}')"));
        }
    });

    [TestCaseSource(nameof(Overlays))]
    public void The_database_owner_knows_every_password_that_its_script_reads(string overlay)
    {
        var owner = Rendered.Of(overlay).Workloads.Single(workload => workload.Name == "database-owner");
        var variables = Variables(overlay, owner.Main);
        Assert.Multiple(() =>
        {
            foreach (Match read in PasswordVariable.Matches(Files.Read("infra/postgres/init.sql")))
                Assert.That(
                    variables.GetValueOrDefault(read.Groups["variable"].Value),
                    Is.EqualTo($"database-roles/{read.Groups["role"].Value.Replace('_', '-')}"));
            Assert.That(owner.Main.Command.Last(), Does.Contain("ON_ERROR_STOP=1").And.Contain("/etc/soccer/init.sql"));
        });
    }

    [TestCaseSource(nameof(Overlays))]
    public void Jobs_and_servers_read_the_files_that_compose_gives_them(string overlay) => Assert.That(
        Rendered.Of(overlay).All<V1ConfigMap>().SelectMany(map => map.Data).Where(file => file.Key.Contains('.')).ToDictionary(),
        Is.EquivalentTo(((string[])
        [
            "postgres/init.sql", "postgres/schemas.sql", "postgres/postgresql.conf", "rabbitmq/definitions.json", "rabbitmq/rabbitmq.conf",
        ]).ToDictionary(path => Path.GetFileName(path), path => Files.Read($"infra/{path}"))));

    [TestCaseSource(nameof(Overlays))]
    public void Broker_and_database_have_the_names_that_services_ask_for(string overlay)
    {
        var rendered = Rendered.Of(overlay);
        var names = rendered.All<V1Service>().Select(service => service.Metadata.Name)
            .Concat(rendered.All<CustomResources.RabbitmqCluster>().Select(broker => broker.Metadata.Name))
            .Concat(rendered.All<CustomResources.PostgresCluster>().SelectMany(database => database.Spec.Managed!.Services!.Additional)
                .Select(service => service.ServiceTemplate.Metadata.Name));
        Assert.That(names, Is.SupersetOf((string[])["postgres", "rabbitmq", "api"]));
        Assert.That(rendered.All<V1ConfigMap>().Single(map => map.Data.ContainsKey("Bus__Host")).Data["Bus__Host"], Is.EqualTo("rabbitmq"));
    }

    [TestCase("local", "^http://source:8080/$")]
    [TestCase("production", "^https://.+/$")]
    public void Ingest_reads_the_site_of_its_overlay(string overlay, string site) => Assert.That(
        Variables(overlay, Rendered.Of(overlay).Deployment("ingest").Spec.Template.Spec.Containers.Single())["Ingest__Source"],
        Does.Match(site));

    /// <summary>Whether a service has a connection to the database.</summary>
    internal static bool UsesDatabase(Service service) =>
        CompiledCode.Of($"Soccer.{service.Folder}").Members.Contains("Soccer.Hosting.Database.DatabaseRegistration.AddDatabase");

    static SettingKeys? KeysOf(Workload workload) => workload.Name switch
    {
        _ when workload.Service is { } service => SettingKeys.Of($"services/{service.Folder}", $"Soccer.{service.Folder}"),
        "source" => SettingKeys.Of("infra/Soccer.Source", "Soccer.Source"),
        "run" => SettingKeys.Of("services/Cli", "Soccer.Cli"),
        _ => null,
    };

    /// <summary>A container's variables: values, and Secrets as name/key.</summary>
    static Dictionary<string, string> Variables(string overlay, V1Container container) => (container.EnvFrom ?? [])
        .SelectMany(source => Rendered.Of(overlay).All<V1ConfigMap>().Single(map => map.Metadata.Name == source.ConfigMapRef.Name).Data)
        .Concat((container.Env ?? []).Select(variable => KeyValuePair.Create(
            variable.Name, variable.Value ?? $"{variable.ValueFrom.SecretKeyRef.Name}/{variable.ValueFrom.SecretKeyRef.Key}")))
        .ToDictionary();

    [GeneratedRegex(@"^\\getenv (?<role>\w+) (?<variable>\w+)", RegexOptions.Multiline)]
    static partial Regex PasswordVariable { get; }
}
