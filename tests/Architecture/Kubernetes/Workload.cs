using k8s.Models;
using Soccer.Architecture.Tests.Checkout;

namespace Soccer.Architecture.Tests.Kubernetes;

/// <summary>What runs pods: a Deployment, a StatefulSet, a Job or a CronJob.</summary>
/// <param name="Name">Its name; a service's own where it is one.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Selector">The labels by which it finds its pods; none for Jobs, which make their own.</param>
/// <param name="Pod">Its pods' template.</param>
sealed record Workload(string Name, string Kind, IDictionary<string, string>? Selector, V1PodTemplateSpec Pod)
{
    /// <summary>The workload that an object is, if it is one.</summary>
    public static Workload? Of(object o) => o switch
    {
        V1Deployment it => new(it.Metadata.Name, it.Kind, it.Spec.Selector.MatchLabels, it.Spec.Template),
        V1StatefulSet it => new(it.Metadata.Name, it.Kind, it.Spec.Selector.MatchLabels, it.Spec.Template),
        V1Job it => new(it.Metadata.Name, it.Kind, null, it.Spec.Template),
        V1CronJob it => new(it.Metadata.Name, it.Kind, null, it.Spec.JobTemplate.Spec.Template),
        _ => null,
    };

    /// <summary>Labels of its pods.</summary>
    public IDictionary<string, string> Labels => Pod.Metadata.Labels;

    public V1PodSpec Spec => Pod.Spec;

    /// <summary>The container that does the work.</summary>
    public V1Container Main => Spec.Containers.Single();

    /// <summary>That one, and those before it.</summary>
    public IEnumerable<V1Container> Containers => [.. Spec.InitContainers ?? [], .. Spec.Containers];

    /// <summary>The service that it runs; null if it runs none.</summary>
    public Service? Service => Service.All.FirstOrDefault(service => service.Name == Name);

    /// <summary>The number of a port that is named or numbered.</summary>
    public int Port(string port) =>
        int.TryParse(port, out var number) ? number : Main.Ports.Single(known => known.Name == port).ContainerPort;

    public override string ToString() => $"{Kind} {Name}";
}
