using System.Text.RegularExpressions;
using Soccer.Architecture.Tests.Checkout;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Soccer.Architecture.Tests.Around;

/// <summary>compose.yaml: the whole system in containers, for this machine alone, with no password in it.</summary>
public sealed partial class ComposeSpecs
{
    static readonly string[] Servers = ["postgres", "rabbitmq", "prometheus", "alertmanager"];

    static Dictionary<string, object> Whole { get; } = Parse();

    static Dictionary<string, Dictionary<object, object>> Containers { get; } = ((Dictionary<object, object>)Whole["services"])
        .ToDictionary(service => (string)service.Key, service => (Dictionary<object, object>)service.Value);

    static IEnumerable<Service> Services => Service.All;

    [Test]
    public void Docker_compose_approves() => Tool.Approves("docker-compose", "-f", "compose.yaml", "config", "-q");

    [Test]
    public void Has_every_service_and_every_server() =>
        Assert.That(Containers.Keys, Is.SupersetOf((string[])[.. Service.All.Select(service => service.Name), .. Servers, "source"]));

    [TestCaseSource(nameof(Services))]
    public void Builds_a_service_from_its_own_folder(Service service) =>
        Assert.That(((Dictionary<object, object>)((Dictionary<object, object>)Containers[service.Name]["build"])["args"])["SERVICE"],
            Is.EqualTo(service.Folder));

    [TestCaseSource(nameof(Services))]
    public void Gives_a_service_the_database_role_of_its_own(Service service)
    {
        if (!service.IsClient)
            Assert.That(Environment(service.Name)["ConnectionStrings__Soccer"], Does.EndWith($";Username=soccer_{service.Schema}"));
    }

    [Test]
    public void Binds_ports_of_this_machine_only_to_loopback() => Assert.Multiple(() =>
    {
        foreach (var (name, container) in Containers)
        {
            Assert.That(container.ContainsKey("network_mode"), Is.False, name);
            if (container.TryGetValue("ports", out var ports))
                Assert.That((List<object>)ports, Has.All.Match(@"^127\.0\.0\.1:\$\{SOCCER_[A-Z]+_PORT:-\d+\}:\d+$"), name);
        }
    });

    [Test]
    public void Holds_no_secret() => Assert.Multiple(() =>
    {
        foreach (var (name, container) in Containers)
        {
            Assert.That(Environment(name).Where(variable => SecretKey.IsMatch(variable.Key) || SecretInText.IsMatch(variable.Value)), Is.Empty, $"{name}: passwords are files");
            Assert.That(container.ContainsKey("privileged"), Is.False, name);
        }
    });

    [Test]
    public void Every_container_is_read_only_without_rights_and_limited() => Assert.Multiple(() =>
    {
        foreach (var (name, container) in Containers)
        {
            Assert.That(container["read_only"], Is.EqualTo("true"), name);
            Assert.That(container["cap_drop"], Is.EqualTo(new[] { "ALL" }), name);
            Assert.That(container["security_opt"], Is.EqualTo(new[] { "no-new-privileges:true" }), name);
            Assert.That(container["mem_limit"], Does.Match("^([1-9]g|1536m)$"), name);
        }
    });

    [Test]
    public void Makes_a_file_for_every_secret_that_is_mounted()
    {
        var files = ((Dictionary<object, object>)Whole["secrets"]).Values.Select(secret => $"{((Dictionary<object, object>)secret)["file"]}");
        var made = Made.Match(Files.Read("infra/docker/secrets")).Groups[1].Value.Split(' ');
        Assert.Multiple(() =>
        {
            Assert.That(files, Is.EquivalentTo(made.Select(name => $".secrets/{name}")));
            Assert.That(Files.Read(".gitignore").Split('\n'), Does.Contain(".secrets/").And.Contain(".env"));
            Assert.That(Files.Read(".dockerignore").Split('\n'), Does.Contain(".secrets").And.Contain(".env"));
        });
    }

    [Test]
    public void Every_service_has_a_schema_a_role_and_a_password_of_its_own() => Assert.Multiple(() =>
    {
        foreach (var service in Service.All.Where(service => !service.IsClient))
        {
            Assert.That(Files.Read("infra/postgres/schemas.sql"), Does.Contain($"'{service.Schema}'"));
            Assert.That(Files.Read("infra/postgres/init.sql"), Does.Contain($"('{service.Schema}', :'{service.Schema}')"));
            Assert.That(Files.Read("infra/postgres/own"), Does.Match($"for service in .*\\b{service.Schema}\\b"));
            Assert.That((List<object>)Containers["database-owner"]["secrets"], Does.Contain(service.Schema));
            Assert.That(
                ((List<object>)Containers[service.Name]["secrets"]).OfType<Dictionary<object, object>>().Select(secret => (secret["source"], secret["target"])),
                Does.Contain(((object)service.Schema, (object)"Database__Password")));
        }
    });

    [TestCaseSource(nameof(Services))]
    public void Starts_a_service_after_the_step_of_the_database_owner(Service service)
    {
        if (!service.IsClient)
            Assert.That(Condition(service.Name, "database-owner"), Is.EqualTo("service_completed_successfully"));
    }

    [Test]
    public void The_step_of_the_database_owner_runs_at_every_start_and_not_on_an_empty_volume_alone() => Assert.Multiple(() =>
    {
        Assert.That(
            Containers["database-owner"]["entrypoint"], Is.EqualTo("/etc/soccer/own"));
        Assert.That(Files.Read("infra/postgres/own"), Does.Contain("ON_ERROR_STOP=1").And.Contains("-f /etc/soccer/init.sql"));
        Assert.That(Containers["database-owner"]["restart"], Is.EqualTo("no"));
        Assert.That(Condition("database-owner", "postgres"), Is.EqualTo("service_healthy"));
        Assert.That(Files.Read("compose.yaml"), Does.Not.Contain("docker-entrypoint-initdb.d"));
    });

    [Test]
    public void No_settings_file_of_a_service_holds_a_password() => Assert.That(
        Files.Lines(
            Files.Of("services/", "appsettings.json").Concat(Files.Of("infra/", ".json")), line => SecretInText.IsMatch(line) || SecretKey.IsMatch(line)), Is.Empty);

    static object Condition(string container, string needed) =>
        ((Dictionary<object, object>)((Dictionary<object, object>)Containers[container]["depends_on"])[needed])["condition"];

    static Dictionary<string, string> Environment(string container) => Containers[container].TryGetValue("environment", out var variables)
        ? ((Dictionary<object, object>)variables).ToDictionary(variable => $"{variable.Key}", variable => $"{variable.Value}")
        : [];

    static Dictionary<string, object> Parse()
    {
        var parser = new MergingParser(new Parser(new StringReader(Files.Read("compose.yaml"))));
        return new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(parser);
    }

    [GeneratedRegex("PASSWORD|_PASS$|SECRET|TOKEN|API_?KEY", RegexOptions.IgnoreCase)]
    static partial Regex SecretKey { get; }

    [GeneratedRegex(@"\b(?:Password|Pwd)=([^;""]*)", RegexOptions.IgnoreCase)]
    static partial Regex SecretInText { get; }

    [GeneratedRegex("^for name in (.+); do$", RegexOptions.Multiline)]
    static partial Regex Made { get; }
}
