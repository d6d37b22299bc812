using System.Text.RegularExpressions;
using Soccer.Architecture.Tests.Checkout;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Soccer.Architecture.Tests.Around;

/// <summary>compose.yaml: the whole system in containers, for this machine alone, with no password in it.</summary>
public sealed partial class ComposeSpecs
{
    static readonly string[] Servers = ["postgres", "rabbitmq", "prometheus", "alertmanager"];

    static Dictionary<string, Dictionary<object, object>> Containers { get; } = Parse();

    static IEnumerable<Service> Services => Service.All;

    [Test]
    public void Docker_compose_approves() => Tool.Approves("docker-compose", "--env-file", ".env.example", "-f", "compose.yaml", "config", "-q");

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
            Assert.That(Environment(service.Name)["ConnectionStrings__Soccer"], Does.Contain($"Username=soccer_{service.Schema};"));
    }

    [Test]
    public void Binds_ports_of_this_machine_only_to_loopback() => Assert.Multiple(() =>
    {
        foreach (var (name, container) in Containers)
        {
            Assert.That(container.ContainsKey("network_mode"), Is.False, name);
            if (container.TryGetValue("ports", out var ports))
                Assert.That((List<object>)ports, Has.All.Match(@"^127\.0\.0\.1:\d+:\d+$"), name);
        }
    });

    [Test]
    public void Holds_no_secret() => Assert.Multiple(() =>
    {
        foreach (var (name, container) in Containers)
        {
            foreach (var (key, value) in Environment(name))
            {
                var secret = SecretKey.IsMatch(key) ? value : SecretInText.Match(value) is { Success: true } match ? match.Groups[1].Value : null;
                if (secret is not null)
                    Assert.That(secret, Does.Match(@"^\$\{[A-Z_]+:\?[^}]*\}$"), $"{name}: {key} is demanded of the environment, without a default");
            }
            Assert.That(container.ContainsKey("privileged"), Is.False, name);
        }
    });

    [Test]
    public void The_example_of_the_environment_has_every_variable_and_no_password()
    {
        var example = Files.Read(".env.example").Split('\n').Where(line => line.Contains('=') && !line.StartsWith('#'))
            .ToDictionary(line => line.Split('=')[0], line => line.Split('=')[1].Trim());
        Assert.Multiple(() =>
        {
            Assert.That(Demanded.Matches(Files.Read("compose.yaml")).Select(match => match.Groups[1].Value).Distinct(), Is.EquivalentTo(example.Keys));
            Assert.That(example.Values, Has.All.EqualTo("change-me"));
            Assert.That(Files.Read(".gitignore").Split('\n'), Does.Contain(".env"));
        });
    }

    [Test]
    public void Every_service_has_a_schema_a_role_and_a_password_of_its_own() => Assert.Multiple(() =>
    {
        foreach (var service in Service.All.Where(service => !service.IsClient))
        {
            Assert.That(Files.Read("infra/postgres/schemas.sql"), Does.Contain($"'{service.Schema}'"));
            Assert.That(Files.Read("infra/postgres/init.sql"), Does.Contain($"('{service.Schema}', :'{service.Schema}')"));
            Assert.That(Environment("database-owner").Keys, Does.Contain($"{service.Schema.ToUpperInvariant()}_PASSWORD"));
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
            Containers["database-owner"]["entrypoint"], Does.StartWith("psql ").And.Contains("ON_ERROR_STOP=1").And.EndsWith(" -f /etc/soccer/init.sql"));
        Assert.That(Containers["database-owner"].Keys, Has.None.EqualTo("restart"));
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

    static Dictionary<string, Dictionary<object, object>> Parse()
    {
        var parser = new MergingParser(new Parser(new StringReader(Files.Read("compose.yaml"))));
        var yaml = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(parser);
        return ((Dictionary<object, object>)yaml["services"])
            .ToDictionary(service => (string)service.Key, service => (Dictionary<object, object>)service.Value);
    }

    [GeneratedRegex("PASSWORD|_PASS$|SECRET|TOKEN|API_?KEY", RegexOptions.IgnoreCase)]
    static partial Regex SecretKey { get; }

    [GeneratedRegex(@"\b(?:Password|Pwd)=([^;""]*)", RegexOptions.IgnoreCase)]
    static partial Regex SecretInText { get; }

    [GeneratedRegex(@"\$\{([A-Z_]+):\?")]
    static partial Regex Demanded { get; }
}
