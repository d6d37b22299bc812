using k8s.Models;

namespace Soccer.Architecture.Tests.Kubernetes.CustomResources;

/// <summary>rabbitmq.com/v1beta1 of the RabbitMQ cluster operator 2: the members that k8s/ uses.</summary>
sealed record RabbitmqCluster
{
    public string ApiVersion { get; init; } = "";
    public string Kind { get; init; } = "";
    public V1ObjectMeta Metadata { get; init; } = new();
    public RabbitmqClusterSpec Spec { get; init; } = new();
}

sealed record RabbitmqClusterSpec
{
    public int Replicas { get; init; }
    public string Image { get; init; } = "";
    public RabbitmqSettings Rabbitmq { get; init; } = new();
    public RabbitmqPersistence? Persistence { get; init; }
    public V1ResourceRequirements? Resources { get; init; }
    public V1Affinity? Affinity { get; init; }
    public RabbitmqOverride Override { get; init; } = new();
}

sealed record RabbitmqOverride
{
    public V1StatefulSet StatefulSet { get; init; } = new();
}

sealed record RabbitmqSettings
{
    public string AdditionalConfig { get; init; } = "";
}

sealed record RabbitmqPersistence
{
    public string Storage { get; init; } = "";
}
