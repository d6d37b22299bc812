using System.Collections.Concurrent;
using k8s;
using k8s.Models;
using Soccer.Architecture.Tests.Around;
using Soccer.Architecture.Tests.Checkout;
using Soccer.Architecture.Tests.Kubernetes.CustomResources;

namespace Soccer.Architecture.Tests.Kubernetes;

/// <summary>
/// What an overlay of k8s/ applies, as kubectl renders it, read strictly: a member that its kind does not have, or has twice, fails the
/// reading. Kinds of Kubernetes itself are read into the client's types, those of operators into <see cref="CustomResources"/>.
/// </summary>
/// <param name="Overlay">The overlay's folder.</param>
/// <param name="Objects">In the order in which they are applied.</param>
sealed record Rendered(string Overlay, IReadOnlyList<object> Objects)
{
    static readonly ConcurrentDictionary<string, Rendered> Known = [];

    static readonly Dictionary<string, Type> Custom = new()
    {
        ["keda.sh/v1alpha1/ScaledObject"] = typeof(ScaledObject),
        ["keda.sh/v1alpha1/TriggerAuthentication"] = typeof(TriggerAuthentication),
        ["monitoring.coreos.com/v1/PodMonitor"] = typeof(PodMonitor),
        ["monitoring.coreos.com/v1/PrometheusRule"] = typeof(PrometheusRule),
        ["postgresql.cnpg.io/v1/Cluster"] = typeof(PostgresCluster),
        ["rabbitmq.com/v1beta1/RabbitmqCluster"] = typeof(RabbitmqCluster),
    };

    /// <summary>Every folder of k8s/overlays.</summary>
    public static IReadOnlyList<string> Overlays { get; } =
        [.. Directory.GetDirectories(Files.Full("k8s/overlays")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>Renders an overlay; skips the test where there is no kubectl.</summary>
    public static Rendered Of(string overlay) => Known.GetOrAdd(overlay, name =>
        new Rendered(name, Read(Tool.Output("kubectl", "kustomize", $"k8s/overlays/{name}"))));

    /// <summary>Reads manifests strictly.</summary>
    public static IReadOnlyList<object> Read(string text) =>
        KubernetesYaml.LoadAllFromString(text, new Dictionary<string, Type>(Custom), strict: true);

    /// <summary>Every object of a kind.</summary>
    public IReadOnlyList<T> All<T>() => [.. Objects.OfType<T>()];

    /// <summary>Whatever runs pods.</summary>
    public IReadOnlyList<Workload> Workloads => [.. Objects.Select(Workload.Of).OfType<Workload>()];

    /// <summary>The Deployment of a name.</summary>
    public V1Deployment Deployment(string name) => All<V1Deployment>().Single(deployment => deployment.Metadata.Name == name);

    public override string ToString() => Overlay;
}
