using System.Globalization;
using System.Text.RegularExpressions;
using k8s.Models;
using Soccer.Architecture.Tests.Checkout;
using Soccer.Architecture.Tests.Flow;
using Soccer.Architecture.Tests.Kubernetes.CustomResources;

namespace Soccer.Architecture.Tests.Kubernetes;

/// <summary>What operators do in production: scale by the queues that the code has, and watch by the rules that are tested.</summary>
public sealed partial class ProductionSpecs
{
    const string Accept = "SOCCER_ACCEPT_KUBERNETES";
    const string Rules = "k8s/overlays/production/rules.yaml";

    static Rendered Production => Rendered.Of("production");

    [Test]
    public void Scales_a_service_by_its_own_queues() => Assert.Multiple(() =>
    {
        Assert.That(
            Production.All<ScaledObject>().Select(scaled => scaled.Spec.ScaleTargetRef.Name),
            Is.EquivalentTo((string[])["train", "predict", "validate"]));
        foreach (var scaled in Production.All<ScaledObject>())
        {
            Assert.That(
                scaled.Spec.Triggers.Select(trigger => trigger.Metadata.QueueName), Is.SubsetOf(QueuesOf(scaled.Spec.ScaleTargetRef.Name)));
            Assert.That(scaled.Spec.Triggers.Select(trigger => trigger.Type), Is.Not.Empty.And.All.EqualTo("rabbitmq"));
        }
    });

    [Test]
    public void Every_queue_of_Train_whose_message_fills_a_replica_adds_replicas() => Assert.That(
        Production.All<ScaledObject>().Single(scaled => scaled.Metadata.Name == "train").Spec.Triggers
            .Select(trigger => trigger.Metadata.QueueName),
        Is.EquivalentTo(QueuesOf("train").Except(["advance-study"])));

    [Test]
    public void Asks_the_broker_by_its_management_port_which_counts_what_is_worked_on() => Assert.Multiple(() =>
    {
        var broker = Production.All<RabbitmqCluster>().Single().Metadata;
        foreach (var trigger in Production.All<ScaledObject>().SelectMany(scaled => scaled.Spec.Triggers))
        {
            Assert.That((trigger.Metadata.Host, trigger.Metadata.Protocol, trigger.Metadata.VhostName, trigger.Metadata.Mode),
                Is.EqualTo(($"http://{broker.Name}.{broker.NamespaceProperty}.svc:15672/", "http", "/", "QueueLength")));
            Assert.That(trigger.AuthenticationRef?.Name, Is.EqualTo(Production.All<TriggerAuthentication>().Single().Metadata.Name));
        }
    });

    [Test]
    public void An_autoscaler_has_its_target_to_itself_and_never_scales_to_nothing()
    {
        var scaled = Scaled.ToList();
        Assert.Multiple(() =>
        {
            Assert.That(scaled.Select(each => each.Name), Is.Unique);
            foreach (var (name, least, most) in scaled)
            {
                Assert.That(Production.Deployment(name).Spec.Replicas, Is.Null, $"{name}: an apply would undo the autoscaler's number");
                Assert.That(least, Is.EqualTo(Rendered.Of("local").Deployment(name).Spec.Replicas), name);
                Assert.That(most, Is.GreaterThan(least), name);
            }
        });
    }

    [Test]
    public void Broker_and_database_survive_a_node() => Assert.Multiple(() =>
    {
        Assert.That(Production.All<RabbitmqCluster>().Single().Spec.Replicas, Is.EqualTo(3));
        Assert.That(Production.All<PostgresCluster>().Single().Spec.Instances, Is.EqualTo(3));
    });

    [Test]
    public void The_broker_has_the_settings_of_its_file() => Assert.That(
        Settings(Production.All<RabbitmqCluster>().Single().Spec.Rabbitmq.AdditionalConfig),
        Is.EqualTo(Settings(Files.Read("infra/rabbitmq/rabbitmq.conf"))));

    [Test]
    public void The_database_has_the_settings_of_its_file_but_for_the_connections() => Assert.That(
        Settings(Files.Read("infra/postgres/postgresql.conf")),
        Is.SupersetOf(DatabaseSettings.Where(setting => setting.Key != "max_connections")
            .Select(setting => $"{setting.Key} = {setting.Value}")));

    [Test]
    public void The_database_has_connections_for_every_replica_there_may_be_during_an_update()
    {
        var most = Scaled.ToDictionary(scaled => scaled.Name, scaled => scaled.Most);
        var pods = Service.All.Where(SettingSpecs.UsesDatabase).Select(service => Production.Deployment(service.Name)).Sum(deployment =>
            (most.TryGetValue(deployment.Metadata.Name, out var replicas) ? replicas : deployment.Spec.Replicas!.Value)
            + deployment.Spec.Strategy.RollingUpdate.MaxSurge.ToInt());
        var pool = PoolSize.Match(Files.Read("infra/Soccer.Hosting/Database/DatabaseRegistration.cs")).Groups[1].Value;
        Assert.That(Number(DatabaseSettings["max_connections"]), Is.GreaterThan(pods * Number(pool)));
    }

    [Test]
    public void The_database_operator_makes_the_superuser_that_the_owner_logs_in_as()
    {
        var cluster = Production.All<PostgresCluster>().Single();
        Assert.That(
            (cluster.Spec.EnableSuperuserAccess, $"{cluster.Metadata.Name}-superuser"),
            Is.EqualTo((true, SecretOf("database-owner", "PGPASSWORD"))));
    }

    [Test]
    public void The_broker_operator_makes_the_user_that_services_log_in_as() => Assert.Multiple(() =>
    {
        foreach (var service in Service.All.Where(service => !service.IsClient))
            Assert.That(
                SecretOf(service.Name, "Bus__Password"),
                Is.EqualTo($"{Production.All<RabbitmqCluster>().Single().Metadata.Name}-default-user"));
    });

    [Test]
    public void Every_service_and_the_broker_are_scraped_with_the_labels_that_alerts_go_by()
    {
        var monitors = Production.All<PodMonitor>().ToDictionary(monitor => monitor.Metadata.Name, monitor => monitor.Spec);
        var (services, endpoint) = (monitors["soccer"], monitors["soccer"].PodMetricsEndpoints.Single());
        var found = Production.Workloads.Where(workload => services.Selector.MatchLabels.All(workload.Labels.Contains)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(
                found.Select(workload => workload.Name),
                Is.EquivalentTo(Service.All.Where(service => !service.IsClient).Select(service => service.Name)));
            foreach (var workload in found)
            {
                Assert.That(workload.Labels[services.JobLabel], Is.EqualTo("soccer"));
                Assert.That(workload.Main.Ports.Select(port => port.Name), Does.Contain(endpoint.Port));
            }
            Assert.That(endpoint.Relabelings.Select(label => label.TargetLabel), Is.EquivalentTo((string[])["service", "vhost"]));
            Assert.That(monitors["rabbitmq"].JobLabel, Is.EqualTo("app.kubernetes.io/name"), "the operator's label: the cluster's name");
        });
    }

    [Test]
    public void The_alerts_are_those_that_are_tested()
    {
        if (Environment.GetEnvironmentVariable(Accept) == "yes")
            File.WriteAllText(Files.Full(Rules), WrittenRules());
        Assert.That(Files.Read(Rules), Is.EqualTo(WrittenRules()), $"{Accept}=yes dotnet test tests/Architecture writes {Rules} anew");
        Assert.That(Production.All<PrometheusRule>().Single().Spec.Groups.SelectMany(group => group.Rules), Is.Not.Empty);
    }

    /// <summary>Deployments with an autoscaler, and how few and how many replicas it allows.</summary>
    static IEnumerable<(string Name, int Least, int Most)> Scaled =>
    [
        .. Production.All<ScaledObject>().Select(scaled => scaled.Spec)
            .Select(scaled => (scaled.ScaleTargetRef.Name, scaled.MinReplicaCount, scaled.MaxReplicaCount)),
        .. Production.All<V2HorizontalPodAutoscaler>().Select(scaled => scaled.Spec)
            .Select(scaled => (scaled.ScaleTargetRef.Name, scaled.MinReplicas!.Value, scaled.MaxReplicas)),
    ];

    static IEnumerable<string> QueuesOf(string service) =>
        Subscription.All.Where(taken => taken.Service.Name == service).Select(taken => taken.Queue);

    static IDictionary<string, string> DatabaseSettings => Production.All<PostgresCluster>().Single().Spec.Postgresql.Parameters;

    static string SecretOf(string workload, string variable) => Production.Workloads.Single(each => each.Name == workload).Main.Env
        .Single(each => each.Name == variable).ValueFrom.SecretKeyRef.Name;

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    static string WrittenRules() => $"""
        # infra/prometheus/rules.yml for a Prometheus operator. {Accept}=yes dotnet test tests/Architecture writes it anew.
        apiVersion: monitoring.coreos.com/v1
        kind: PrometheusRule
        metadata:
          name: soccer
        spec:

        """.ReplaceLineEndings("\n")
        + string.Join('\n', Files.Read("infra/prometheus/rules.yml").Split('\n').Select(line => line.Length > 0 ? $"  {line}" : line));

    /// <summary>Lines that set something, without quotes: "name = value".</summary>
    static IReadOnlyList<string> Settings(string text) =>
        [.. text.Split('\n').Select(line => line.Replace("'", "").Trim()).Where(line => line.Length > 0 && !line.StartsWith('#'))];

    [GeneratedRegex(@"MaxPoolSize = (\d+)")]
    static partial Regex PoolSize { get; }
}
