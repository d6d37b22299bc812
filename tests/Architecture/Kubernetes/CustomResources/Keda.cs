using k8s.Models;

namespace Soccer.Architecture.Tests.Kubernetes.CustomResources;

/// <summary>keda.sh/v1alpha1 of KEDA 2.17: the members that k8s/ uses. Another one, or a mistyped one, fails the reading.</summary>
sealed record ScaledObject
{
    public string ApiVersion { get; init; } = "";
    public string Kind { get; init; } = "";
    public V1ObjectMeta Metadata { get; init; } = new();
    public ScaledObjectSpec Spec { get; init; } = new();
}

sealed record ScaledObjectSpec
{
    public ScaleTarget ScaleTargetRef { get; init; } = new();
    public int MinReplicaCount { get; init; }
    public int MaxReplicaCount { get; init; }
    public AdvancedScaling? Advanced { get; init; }
    public IList<ScaleTrigger> Triggers { get; init; } = [];
}

/// <summary>A Deployment, where no kind is given.</summary>
sealed record ScaleTarget
{
    public string Name { get; init; } = "";
}

sealed record AdvancedScaling
{
    public HorizontalPodAutoscalerConfig? HorizontalPodAutoscalerConfig { get; init; }
}

sealed record HorizontalPodAutoscalerConfig
{
    public V2HorizontalPodAutoscalerBehavior? Behavior { get; init; }
}

sealed record ScaleTrigger
{
    public string Type { get; init; } = "";
    public RabbitmqTrigger Metadata { get; init; } = new();
    public ScaleTarget? AuthenticationRef { get; init; }
}

/// <summary>The metadata of a trigger of the type rabbitmq. Every value is a string.</summary>
sealed record RabbitmqTrigger
{
    public string Host { get; init; } = "";
    public string VhostName { get; init; } = "";
    public string Protocol { get; init; } = "";
    public string Mode { get; init; } = "";
    public string Value { get; init; } = "";
    public string QueueName { get; init; } = "";
}

/// <summary>keda.sh/v1alpha1 TriggerAuthentication: parameters of a trigger, from Secrets.</summary>
sealed record TriggerAuthentication
{
    public string ApiVersion { get; init; } = "";
    public string Kind { get; init; } = "";
    public V1ObjectMeta Metadata { get; init; } = new();
    public TriggerAuthenticationSpec Spec { get; init; } = new();
}

sealed record TriggerAuthenticationSpec
{
    public IList<TriggerSecret> SecretTargetRef { get; init; } = [];
}

sealed record TriggerSecret
{
    public string Parameter { get; init; } = "";
    public string Name { get; init; } = "";
    public string Key { get; init; } = "";
}
