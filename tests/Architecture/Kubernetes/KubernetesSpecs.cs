using System.Text.RegularExpressions;
using k8s.Models;
using Soccer.Architecture.Tests.Around;
using Soccer.Architecture.Tests.Checkout;
using Soccer.Architecture.Tests.Kubernetes.CustomResources;
using YamlDotNet.Core;

namespace Soccer.Architecture.Tests.Kubernetes;

/// <summary>k8s/: the same system as compose.yaml, for a cluster, with no password in it.</summary>
public sealed partial class KubernetesSpecs
{
    const string Registry = @"(soccer/|[\w.\-]+(:\d+)?/([\w\-]+/)*)";
    const string TagOrDigest = @"(:(?!latest$)[\w.\-]+|@sha256:[0-9a-f]{64})";

    static IEnumerable<string> Overlays => Rendered.Overlays;

    [TestCase("datum: {}", "datum")]
    [TestCase("metadata: { name: a, nmae: b }", "nmae")]
    [TestCase("metadata: { name: a, name: b }", "duplicate")]
    public void A_manifest_is_read_strictly(string wrong, string named) => Assert.That(
        () => Rendered.Read($"apiVersion: v1\nkind: ConfigMap\n{wrong}\n"),
        Throws.InstanceOf<YamlException>().With.Message.Contains(named));

    [Test]
    public void A_resource_of_an_operator_is_read_strictly() => Assert.That(
        () => Rendered.Read("apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nspec: { maxReplicas: 4 }\n"),
        Throws.InstanceOf<YamlException>().With.Message.Contains("maxReplicas"));

    [TestCaseSource(nameof(Overlays))]
    public void Every_overlay_renders_and_every_object_is_what_its_kind_allows(string overlay) =>
        Assert.That(Rendered.Of(overlay).Objects, Is.Not.Empty);

    [TestCaseSource(nameof(Overlays))]
    public void Runs_every_service(string overlay) => Assert.That(
        Rendered.Of(overlay).All<V1Deployment>().Select(deployment => deployment.Metadata.Name).Where(name => name != "source"),
        Is.EquivalentTo(Service.All.Where(service => !service.IsClient).Select(service => service.Name)));

    [Test]
    public void Only_a_small_cluster_has_the_simulated_world_and_a_broker_and_database_without_operators() => Assert.Multiple(() =>
    {
        Assert.That(Names("local").Intersect(["source", "postgres", "rabbitmq"]), Has.Exactly(3).Items);
        foreach (var overlay in (string[])["production", "cron"])
            Assert.That(Names(overlay).Intersect(["source", "postgres", "rabbitmq"]), Is.Empty, overlay);
    });

    [Test]
    public void A_run_is_started_by_one_clock() => Assert.Multiple(() =>
    {
        foreach (var overlay in Overlays)
        {
            var clocks = Rendered.Of(overlay).All<V1CronJob>().Count + Rendered.Of(overlay).Deployment("schedule").Spec.Replicas;
            Assert.That(clocks, Is.EqualTo(1), overlay);
        }
    });

    [TestCaseSource(nameof(Overlays))]
    public void Every_image_is_a_services_own_or_one_of_compose(string overlay) => Assert.Multiple(() =>
    {
        var compose = ComposeImage.Matches(Files.Read("compose.yaml")).Select(match => match.Groups[1].Value).ToHashSet();
        foreach (var workload in Rendered.Of(overlay).Workloads)
        {
            var own = workload.Name == "run" ? "cli" : workload.Name;
            var isOurs = workload.Service is not null || workload.Name is "source" or "run";
            Assert.That(workload.Main.Image, isOurs ? Does.Match($"^{Registry}{own}{TagOrDigest}$") : Is.AnyOf([.. compose]), $"{workload}");
            foreach (var before in workload.Spec.InitContainers ?? [])
                Assert.That(before.Image, Is.AnyOf([.. compose]), $"{workload}");
        }
        foreach (var broker in Rendered.Of(overlay).All<RabbitmqCluster>())
            Assert.That(broker.Spec.Image, Is.AnyOf([.. compose]));
        foreach (var database in Rendered.Of(overlay).All<PostgresCluster>())
            Assert.That(compose, Does.Contain($"postgres:{database.Spec.ImageCatalogRef.Major}"));
    });

    [TestCaseSource(nameof(Overlays))]
    public void Holds_no_secret(string overlay) => Assert.Multiple(() =>
    {
        Assert.That(Rendered.Of(overlay).All<V1Secret>(), Is.Empty);
        foreach (var workload in Rendered.Of(overlay).Workloads)
        {
            foreach (var variable in workload.Containers.SelectMany(container => container.Env ?? []))
                if (SecretKey.IsMatch(variable.Name))
                    Assert.That(variable.ValueFrom?.SecretKeyRef?.Key, Is.Not.Null, $"{workload}: {variable.Name}");
                else
                    Assert.That(variable.Value ?? "", Does.Not.Match("(?i)password="), $"{workload}: {variable.Name}");
        }
    });

    [TestCaseSource(nameof(Overlays))]
    public void Every_secret_is_created_by_the_script_or_by_a_command_of_the_guide(string overlay) => Assert.Multiple(() =>
    {
        var commands = Files.Read("k8s/secrets.sh") + Files.Read("docs/kubernetes.md");
        foreach (var (name, key) in SecretsOf(Rendered.Of(overlay)))
        {
            Assert.That(commands, Does.Match($@"(\| create {name}\n|secret generic {name} )"));
            Assert.That(commands, Does.Match($@"\b{key}\b"), name);
        }
    });

    [Test]
    public void The_script_makes_a_password_for_every_role() => Assert.That(
        Files.Read("k8s/secrets.sh"), Does.Contain($"for role in {string.Join(' ', DatabaseRoles)}; do"));

    [Test]
    public void Shellcheck_approves_of_the_script() => Tool.Approves("shellcheck", "k8s/secrets.sh");

    /// <summary>In the order of init.sql.</summary>
    static IEnumerable<string> DatabaseRoles =>
        RoleVariable.Matches(Files.Read("infra/postgres/init.sql")).Select(match => match.Groups[1].Value.Replace('_', '-'));

    static IEnumerable<string> Names(string overlay) => Rendered.Of(overlay).Workloads.Select(workload => workload.Name);

    static IEnumerable<(string Name, string Key)> SecretsOf(Rendered rendered) =>
    [
        .. rendered.Workloads.SelectMany(workload => workload.Containers).SelectMany(container => container.Env ?? [])
            .Select(variable => variable.ValueFrom?.SecretKeyRef).OfType<V1SecretKeySelector>().Select(secret => (secret.Name, secret.Key)),
        .. rendered.All<TriggerAuthentication>().SelectMany(login => login.Spec.SecretTargetRef)
            .Select(secret => (secret.Name, secret.Key)),
    ];

    [GeneratedRegex(@"^ +image: (\S+)$", RegexOptions.Multiline)]
    static partial Regex ComposeImage { get; }

    [GeneratedRegex("PASSWORD|_PASS$|SECRET|TOKEN|KEY", RegexOptions.IgnoreCase)]
    static partial Regex SecretKey { get; }

    [GeneratedRegex(@"^\\getenv (\w+) ", RegexOptions.Multiline)]
    static partial Regex RoleVariable { get; }
}
