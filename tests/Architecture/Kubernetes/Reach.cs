using k8s.Models;
using Soccer.Architecture.Tests.Kubernetes.CustomResources;

namespace Soccer.Architecture.Tests.Kubernetes;

/// <summary>A pod as policies see it.</summary>
sealed record Pod(string Name, IDictionary<string, string> Labels, IReadOnlyList<(int Number, string? Name)> Ports);

/// <summary>
/// What network policies let through: everything where none applies to a pod in a direction, else what at least one of them allows.
/// </summary>
/// <param name="policies">Those of the namespace.</param>
sealed class Reach(IReadOnlyList<V1NetworkPolicy> policies)
{
    /// <summary>Every pod of an overlay: of its workloads, and those that operators make.</summary>
    public static IReadOnlyList<Pod> Pods(Rendered rendered) =>
    [
        .. rendered.Workloads.Select(workload => new Pod(
            workload.Name, workload.Labels, [.. (workload.Main.Ports ?? []).Select(port => (port.ContainerPort, (string?)port.Name))])),
        .. rendered.All<RabbitmqCluster>().Select(broker => new Pod(
            broker.Metadata.Name,
            new Dictionary<string, string>(broker.Spec.Override.StatefulSet.Spec.Template.Metadata.Labels) { ["app.kubernetes.io/name"] = broker.Metadata.Name },
            [(4369, null), (5672, "amqp"), (15672, "management"), (15692, "prometheus"), (25672, null)])),
        .. rendered.All<PostgresCluster>().Select(database => new Pod(
            database.Metadata.Name,
            new Dictionary<string, string>(database.Spec.InheritedMetadata.Labels) { ["cnpg.io/cluster"] = database.Metadata.Name },
            [(5432, "postgresql"), (8000, "status"), (9187, "metrics")])),
    ];

    /// <summary>Whether a pod reaches another's port.</summary>
    public bool Allows(Pod from, Pod to, int port) =>
        Passes(from, "Egress", policy => (policy.Spec.Egress ?? [])
            .Any(rule => HasPort(rule.Ports, to, port) && HasPeer(rule.To, to)))
        && Passes(to, "Ingress", policy => (policy.Spec.Ingress ?? [])
            .Any(rule => HasPort(rule.Ports, to, port) && HasPeer(rule.FromProperty, from)));

    /// <summary>Whether a pod's port is reached from another namespace.</summary>
    public bool AllowsFrom(string space, Pod to, int port) => Passes(to, "Ingress", policy => (policy.Spec.Ingress ?? [])
        .Any(rule => HasPort(rule.Ports, to, port) && (rule.FromProperty ?? []).Any(peer => IsSpace(peer.NamespaceSelector, space))));

    /// <summary>Whether a pod reaches addresses outside the cluster.</summary>
    public bool AllowsOut(Pod from, int port) => Passes(from, "Egress", policy => (policy.Spec.Egress ?? []).Any(rule =>
        HasPort(rule.Ports, null, port) && (rule.To is null or [] || rule.To.Any(peer => peer.IpBlock is not null))));

    bool Passes(Pod pod, string direction, Func<V1NetworkPolicy, bool> allows)
    {
        var applying = policies
            .Where(policy => policy.Spec.PolicyTypes.Contains(direction) && Selects(policy.Spec.PodSelector, pod.Labels)).ToList();
        return applying.Count == 0 || applying.Any(allows);
    }

    static bool HasPort(IList<V1NetworkPolicyPort>? ports, Pod? to, int port) => ports is null or [] || ports.Any(allowed =>
        allowed.Port is null || allowed.Port.Value == $"{port}"
        || (to?.Ports.Any(known => known.Number == port && known.Name == allowed.Port.Value) ?? false));

    static bool HasPeer(IList<V1NetworkPolicyPeer>? peers, Pod pod) => peers is null or [] || peers.Any(peer =>
        peer.NamespaceSelector is null && peer.IpBlock is null && Selects(peer.PodSelector, pod.Labels));

    static bool IsSpace(V1LabelSelector? selector, string space) =>
        selector?.MatchLabels is { } labels && labels.All(label => label is { Key: "kubernetes.io/metadata.name" } && label.Value == space);

    static bool Selects(V1LabelSelector selector, IDictionary<string, string> labels)
    {
        Assert.That(selector.MatchExpressions, Is.Null, "only labels are understood here");
        return (selector.MatchLabels ?? new Dictionary<string, string>()).All(labels.Contains);
    }
}
