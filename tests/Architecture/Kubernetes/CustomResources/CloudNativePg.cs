using k8s.Models;

namespace Soccer.Architecture.Tests.Kubernetes.CustomResources;

/// <summary>postgresql.cnpg.io/v1 Cluster of CloudNativePG 1.24 and later: the members that k8s/ uses.</summary>
sealed record PostgresCluster
{
    public string ApiVersion { get; init; } = "";
    public string Kind { get; init; } = "";
    public V1ObjectMeta Metadata { get; init; } = new();
    public PostgresClusterSpec Spec { get; init; } = new();
}

sealed record PostgresClusterSpec
{
    public int Instances { get; init; }
    public ImageCatalogRef ImageCatalogRef { get; init; } = new();
    public bool EnableSuperuserAccess { get; init; }
    public InheritedMetadata InheritedMetadata { get; init; } = new();
    public PostgresBootstrap? Bootstrap { get; init; }
    public ManagedParts? Managed { get; init; }
    public PostgresSettings Postgresql { get; init; } = new();
    public PostgresStorage? Storage { get; init; }
    public PostgresStorage? WalStorage { get; init; }
    public V1ResourceRequirements? Resources { get; init; }
    public PostgresAffinity? Affinity { get; init; }
}

sealed record ImageCatalogRef
{
    public string ApiGroup { get; init; } = "";
    public string Kind { get; init; } = "";
    public string Name { get; init; } = "";
    public int Major { get; init; }
}

sealed record InheritedMetadata
{
    public IDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
}

sealed record PostgresBootstrap
{
    public InitDb? Initdb { get; init; }
}

sealed record InitDb
{
    public string Database { get; init; } = "";
    public string Owner { get; init; } = "";
    public string Encoding { get; init; } = "";
    public string LocaleCType { get; init; } = "";
    public string LocaleCollate { get; init; } = "";
}

sealed record ManagedParts
{
    public ManagedServices? Services { get; init; }
}

sealed record ManagedServices
{
    public IList<string> DisabledDefaultServices { get; init; } = [];
    public IList<ManagedService> Additional { get; init; } = [];
}

sealed record ManagedService
{
    public string SelectorType { get; init; } = "";
    public V1Service ServiceTemplate { get; init; } = new();
}

sealed record PostgresSettings
{
    public PostgresSynchronous? Synchronous { get; init; }
    public IDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}

sealed record PostgresSynchronous
{
    public string Method { get; init; } = "";
    public int Number { get; init; }
}

sealed record PostgresStorage
{
    public string Size { get; init; } = "";
}

sealed record PostgresAffinity
{
    public bool EnablePodAntiAffinity { get; init; }
    public string PodAntiAffinityType { get; init; } = "";
    public string TopologyKey { get; init; } = "";
}
