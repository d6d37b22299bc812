using k8s.Models;

namespace Soccer.Architecture.Tests.Kubernetes.CustomResources;

/// <summary>monitoring.coreos.com/v1 of the Prometheus operator 0.60 and later: the members that k8s/ uses.</summary>
sealed record PodMonitor
{
    public string ApiVersion { get; init; } = "";
    public string Kind { get; init; } = "";
    public V1ObjectMeta Metadata { get; init; } = new();
    public PodMonitorSpec Spec { get; init; } = new();
}

sealed record PodMonitorSpec
{
    public string JobLabel { get; init; } = "";
    public V1LabelSelector Selector { get; init; } = new();
    public IList<PodMetricsEndpoint> PodMetricsEndpoints { get; init; } = [];
}

sealed record PodMetricsEndpoint
{
    public string Port { get; init; } = "";
    public string Path { get; init; } = "";
    public string Interval { get; init; } = "";
    public IList<Relabeling> Relabelings { get; init; } = [];
}

sealed record Relabeling
{
    public IList<string> SourceLabels { get; init; } = [];
    public string TargetLabel { get; init; } = "";
    public string Replacement { get; init; } = "";
}

/// <summary>The same groups as a rules file of Prometheus.</summary>
sealed record PrometheusRule
{
    public string ApiVersion { get; init; } = "";
    public string Kind { get; init; } = "";
    public V1ObjectMeta Metadata { get; init; } = new();
    public PrometheusRuleSpec Spec { get; init; } = new();
}

sealed record PrometheusRuleSpec
{
    public IList<RuleGroup> Groups { get; init; } = [];
}

sealed record RuleGroup
{
    public string Name { get; init; } = "";
    public IList<AlertRule> Rules { get; init; } = [];
}

sealed record AlertRule
{
    public string Alert { get; init; } = "";
    public string Expr { get; init; } = "";
    public string? For { get; init; }
    public IDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
    public IDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();
}
