using k8s.Models;
using Soccer.Architecture.Tests.Checkout;
using Soccer.Architecture.Tests.Flow;

namespace Soccer.Architecture.Tests.Kubernetes;

/// <summary>Who reaches whom: what the flow table needs, and nothing else.</summary>
public sealed class NetworkSpecs
{
    static IEnumerable<string> Overlays => Rendered.Overlays;

    [TestCaseSource(nameof(Overlays))]
    public void Within_the_namespace_the_flow_passes_and_nothing_else(string overlay) =>
        Assert.That(Ways(overlay).Order(), Is.EqualTo(Needed(overlay).Distinct().Order()));

    [TestCase("local")]
    [TestCase("production",
        "cnpg-system > postgres:5432", "cnpg-system > postgres:8000", "ingress-nginx > api:8080", "keda > rabbitmq:15672",
        "monitoring > postgres:9187", "monitoring > rabbitmq:15692", "rabbitmq-system > rabbitmq:15672")]
    public void From_other_namespaces_come_callers_of_the_api_operators_and_Prometheus(string overlay, params string[] others)
    {
        string[] spaces = ["cnpg-system", "default", "ingress-nginx", "keda", "kube-system", "monitoring", "rabbitmq-system"];
        var rendered = Rendered.Of(overlay);
        var reach = new Reach(rendered.All<V1NetworkPolicy>());
        var ways = from space in spaces
                   from pod in Reach.Pods(rendered)
                   from port in pod.Ports
                   where reach.AllowsFrom(space, pod, port.Number)
                   select $"{space} > {pod.Name}:{port.Number}";
        var scraped = Services.Where(_ => overlay != "local")
            .Select(service => $"monitoring > {service.Name}:{(service.Name == "api" ? 8081 : 8080)}");
        Assert.That(ways.Order(), Is.EqualTo(others.Concat(scraped).Order()));
    }

    // Instances of broker and database ask the Kubernetes API, whose address nobody knows beforehand.
    [TestCase("local", 443, "ingest")]
    [TestCase("local", 80, "ingest")]
    [TestCase("production", 443, "ingest", "postgres", "rabbitmq")]
    [TestCase("production", 80, "ingest")]
    public void Only_Ingest_reaches_the_internet(string overlay, int port, params string[] names)
    {
        var reach = new Reach(Rendered.Of(overlay).All<V1NetworkPolicy>());
        var reaching = Reach.Pods(Rendered.Of(overlay)).Where(pod => reach.AllowsOut(pod, port)).Select(pod => pod.Name);
        Assert.That(reaching.Order(), Is.EqualTo(names));
    }

    [TestCaseSource(nameof(Overlays))]
    public void Addresses_inside_the_cluster_and_the_clouds_metadata_are_not_the_internet(string overlay)
    {
        var blocks = Rendered.Of(overlay).All<V1NetworkPolicy>()
            .SelectMany(policy => policy.Spec.Egress ?? []).SelectMany(rule => rule.To ?? [])
            .Select(peer => peer.IpBlock).OfType<V1IPBlock>().ToDictionary(block => block.Cidr, block => block.Except);
        Assert.That(blocks.Keys, Is.EquivalentTo((string[])["0.0.0.0/0", "::/0"]));
        Assert.That(blocks["0.0.0.0/0"], Is.SupersetOf((string[])["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16"]));
        Assert.That(blocks["::/0"], Is.SupersetOf((string[])["fc00::/7", "fe80::/10"]));
    }

    [TestCaseSource(nameof(Overlays))]
    public void Everybody_asks_for_names(string overlay)
    {
        var dns = Rendered.Of(overlay).All<V1NetworkPolicy>().Single(policy => policy.Metadata.Name == "dns").Spec;
        Assert.That(dns.PodSelector.MatchLabels, Is.Null);
        Assert.That(
            dns.Egress.Single().Ports.Select(port => (port.Protocol, port.Port.Value)),
            Is.EquivalentTo(new[] { ("UDP", "53"), ("TCP", "53") }));
    }

    [TestCaseSource(nameof(Overlays))]
    public void What_no_policy_allows_is_denied_to_every_pod_in_both_directions(string overlay)
    {
        var deny = Rendered.Of(overlay).All<V1NetworkPolicy>().Single(policy => policy.Metadata.Name == "default-deny").Spec;
        Assert.Multiple(() =>
        {
            Assert.That((object?[])[deny.PodSelector.MatchLabels, deny.PodSelector.MatchExpressions], Is.All.Null);
            Assert.That((object?[])[deny.Ingress, deny.Egress], Is.All.Null);
            Assert.That(deny.PolicyTypes, Is.EquivalentTo((string[])["Ingress", "Egress"]));
        });
    }

    static IEnumerable<Service> Services => Service.All.Where(service => !service.IsClient);

    /// <summary>Every way that is open: "from > to:port".</summary>
    static IEnumerable<string> Ways(string overlay)
    {
        var rendered = Rendered.Of(overlay);
        var (pods, reach) = (Reach.Pods(rendered), new Reach(rendered.All<V1NetworkPolicy>()));
        return from one in pods
               from other in pods
               from port in other.Ports
               where reach.Allows(one, other, port.Number)
               select $"{one.Name} > {other.Name}:{port.Number}";
    }

    /// <summary>Every way that the flow needs, and those of the Jobs.</summary>
    static IEnumerable<string> Needed(string overlay) =>
    [
        .. Services.Where(IsInTheFlow).Select(service => $"{service.Name} > rabbitmq:5672"),
        .. Services.Where(SettingSpecs.UsesDatabase).Select(service => $"{service.Name} > postgres:5432"),
        "database-owner > postgres:5432", "rabbitmq-definitions > rabbitmq:15672",
        .. overlay == "local"
            ? (string[])["ingest > source:8080"]
            : ["rabbitmq > rabbitmq:4369", "rabbitmq > rabbitmq:25672", "postgres > postgres:5432", "postgres > postgres:8000"],
        .. overlay == "cron" ? (string[])["run > rabbitmq:5672", "run > api:8080"] : [],
    ];

    /// <summary>Whether it publishes, asks or takes a message: whether the table in docs/flow.md names it.</summary>
    static bool IsInTheFlow(Service service) => FlowRow.All.Any(row =>
        $"{row.PublishedBy}, {row.ConsumedBy}".Split(", ").Any(who => who.Split(' ')[0] == service.Folder));
}
