using System.Globalization;
using System.Text.RegularExpressions;
using k8s.Models;
using Soccer.Architecture.Tests.Checkout;
using Soccer.Architecture.Tests.Compiled;

namespace Soccer.Architecture.Tests.Kubernetes;

/// <summary>How pods run: probed at the endpoints that the code has, limited, without privileges, with time to stop.</summary>
public sealed partial class WorkloadSpecs
{
    const string Default = "http://+:8080";

    static IEnumerable<string> Overlays => Rendered.Overlays;

    [TestCaseSource(nameof(Overlays))]
    public void Listens_where_the_environment_says(string overlay) => Assert.Multiple(() =>
    {
        Assert.That(Files.Read("infra/docker/Dockerfile"), Does.Contain($"ASPNETCORE_URLS={Default} "));
        foreach (var workload in Ours(overlay))
        {
            var urls = Value(workload.Main, "ASPNETCORE_URLS", Default).Split(';');
            Assert.That(
                workload.Main.Ports.Select(port => port.ContainerPort),
                Is.EquivalentTo(urls.Select(url => new Uri(url.Replace("+", "localhost")).Port)), $"{workload}");
        }
    });

    [TestCaseSource(nameof(Overlays))]
    public void Is_probed_at_the_endpoints_that_the_code_has(string overlay) => Assert.Multiple(() =>
    {
        foreach (var workload in Ours(overlay))
        {
            var container = workload.Main;
            var code = CompiledCode.Of(workload.Service is null ? "Soccer.Source" : "Soccer.Hosting").Strings;
            var port = int.Parse(Value(container, "Operations__Port", "8080"), CultureInfo.InvariantCulture);
            foreach (var (probe, path) in new[]
            {
                (container.StartupProbe, "/health/live"), (container.LivenessProbe, "/health/live"),
                (container.ReadinessProbe, "/health/ready"),
            })
            {
                Assert.That(probe?.HttpGet?.Path, Is.EqualTo(path), $"{workload}");
                Assert.That(workload.Port(probe!.HttpGet.Port.Value), Is.EqualTo(port), $"{workload}");
                Assert.That(code, Does.Contain(workload.Service is null ? "/health/{probe:regex(^(live|ready)$)}" : path), $"{workload}");
            }
        }
    });

    [TestCaseSource(nameof(Overlays))]
    public void Has_as_long_to_stop_as_in_compose(string overlay) => Assert.Multiple(() =>
    {
        var seconds = long.Parse(StopGracePeriod.Match(Files.Read("compose.yaml")).Groups[1].Value, CultureInfo.InvariantCulture);
        foreach (var workload in Ours(overlay))
        {
            Assert.That(workload.Spec.TerminationGracePeriodSeconds, Is.EqualTo(seconds), $"{workload}");
            // What is slept before the signal counts too (infra/Soccer.Hosting: 40 s after it).
            Assert.That(workload.Main.Lifecycle?.PreStop?.Exec?.Command.Last() ?? "0", Is.AnyOf("0", $"{seconds - 40}"), $"{workload}");
        }
    });

    [TestCaseSource(nameof(Overlays))]
    public void Every_container_has_requests_and_limits(string overlay) => Assert.Multiple(() =>
    {
        foreach (var (workload, container) in Containers(overlay))
        {
            Assert.That(container.Resources?.Requests?.Keys, Is.SupersetOf((string[])["cpu", "memory"]), $"{workload}: {container.Name}");
            Assert.That(container.Resources?.Limits?.Keys, Is.SupersetOf((string[])["cpu", "memory"]), $"{workload}: {container.Name}");
            foreach (var (resource, limit) in container.Resources!.Limits)
                Assert.That(
                    container.Resources.Requests[resource].ToDecimal(),
                    Is.AtMost(limit.ToDecimal()), $"{workload}: {container.Name}: {resource}");
        }
    });

    [TestCaseSource(nameof(Overlays))]
    public void No_container_has_rights_that_it_does_not_need(string overlay) => Assert.Multiple(() =>
    {
        foreach (var (workload, container) in Containers(overlay))
        {
            var (pod, own, name) = (workload.Spec.SecurityContext, container.SecurityContext, $"{workload}: {container.Name}");
            Assert.That((pod?.RunAsNonRoot, pod?.SeccompProfile?.Type), Is.EqualTo(((bool?)true, "RuntimeDefault")), name);
            // By number: Kubernetes can't tell whether a name is root's.
            Assert.That(pod?.RunAsUser, Is.Positive, name);
            Assert.That((own?.AllowPrivilegeEscalation, own?.ReadOnlyRootFilesystem), Is.EqualTo(((bool?)false, (bool?)true)), name);
            Assert.That(own?.Capabilities?.Drop, Is.EqualTo((string[])["ALL"]), name);
            Assert.That(own?.Capabilities?.Add, Is.Null, name);
            Assert.That(workload.Spec.AutomountServiceAccountToken, Is.False, name);
            // Else a Service named api would set API_PORT and the like in every pod.
            Assert.That(workload.Spec.EnableServiceLinks, Is.False, name);
        }
    });

    [TestCaseSource(nameof(Overlays))]
    public void Every_service_runs_as_the_images_user_and_may_write_to_tmp(string overlay) => Assert.Multiple(() =>
    {
        var user = long.Parse(ImageUser.Match(Files.Read("infra/docker/Dockerfile")).Groups[1].Value, CultureInfo.InvariantCulture);
        foreach (var workload in Ours(overlay))
        {
            Assert.That(workload.Spec.SecurityContext.RunAsUser, Is.EqualTo(user), $"{workload}");
            var tmp = workload.Main.VolumeMounts.Single(mount => mount.MountPath == "/tmp").Name;
            Assert.That(workload.Spec.Volumes.Single(volume => volume.Name == tmp).EmptyDir, Is.Not.Null, $"{workload}");
        }
    });

    [TestCaseSource(nameof(Overlays))]
    public void Every_service_has_an_account_a_budget_and_a_spread_of_its_own(string overlay) => Assert.Multiple(() =>
    {
        var rendered = Rendered.Of(overlay);
        foreach (var workload in Ours(overlay))
        {
            Assert.That(workload.Spec.ServiceAccountName, Is.EqualTo(workload.Name));
            var account = rendered.All<V1ServiceAccount>().Single(account => account.Metadata.Name == workload.Name);
            Assert.That(account.AutomountServiceAccountToken, Is.False);
            var budget = rendered.All<V1PodDisruptionBudget>().Single(budget => budget.Metadata.Name == workload.Name).Spec;
            Assert.That((budget.MaxUnavailable?.Value, budget.MinAvailable?.Value), Is.EqualTo(("1", (string?)null)), $"{workload}");
            Assert.That(budget.Selector.MatchLabels, Is.EqualTo(workload.Selector), $"{workload}");
            var spread = workload.Spec.TopologySpreadConstraints.Single(spread => spread.TopologyKey == "kubernetes.io/hostname");
            Assert.That(spread.LabelSelector.MatchLabels, Is.EqualTo(workload.Selector), $"{workload}");
        }
    });

    [TestCaseSource(nameof(Overlays))]
    public void Every_selector_finds_the_pods_of_one_workload(string overlay) => Assert.Multiple(() =>
    {
        var workloads = Rendered.Of(overlay).Workloads;
        (string Name, IDictionary<string, string> Labels)[] selectors =
        [
            .. workloads.Where(workload => workload.Selector is not null).Select(workload => ($"{workload}", workload.Selector!)),
            .. Rendered.Of(overlay).All<V1Service>().Select(service => ($"Service {service.Metadata.Name}", service.Spec.Selector)),
        ];
        foreach (var (name, selector) in selectors)
            Assert.That(workloads.Where(workload => selector.All(label => workload.Labels.Contains(label))), Has.Exactly(1).Items, name);
    });

    [TestCaseSource(nameof(Overlays))]
    public void Every_ConfigMap_that_is_named_exists(string overlay) => Assert.Multiple(() =>
    {
        var maps = Rendered.Of(overlay).All<V1ConfigMap>().Select(map => map.Metadata.Name).ToList();
        foreach (var (workload, container) in Containers(overlay))
        {
            Assert.That((container.EnvFrom ?? []).Select(source => source.ConfigMapRef.Name), Is.SubsetOf(maps), $"{workload}");
            Assert.That(
                (workload.Spec.Volumes ?? []).Select(volume => volume.ConfigMap?.Name).OfType<string>(), Is.SubsetOf(maps), $"{workload}");
        }
    });

    [Test]
    public void Two_of_what_people_wait_for_and_never_two_schedules() => Assert.Multiple(() =>
    {
        var replicas = Rendered.Of("local").All<V1Deployment>()
            .ToDictionary(deployment => deployment.Metadata.Name, deployment => deployment.Spec.Replicas);
        Assert.That(replicas.Where(each => each.Value == 2).Select(each => each.Key), Is.EquivalentTo((string[])["api", "predict"]));
        Assert.That(replicas.Where(each => each.Value == 1).Select(each => each.Key), Has.Exactly(replicas.Count - 2).Items);
        foreach (var overlay in Overlays)
            Assert.That(Rendered.Of(overlay).Deployment("schedule").Spec.Strategy.Type, Is.EqualTo("Recreate"), "not two for seconds");
    });

    /// <summary>Services, and Source.</summary>
    static IEnumerable<Workload> Ours(string overlay) =>
        Rendered.Of(overlay).Workloads.Where(workload => workload.Service is not null || workload.Name == "source");

    static IEnumerable<(Workload Workload, V1Container Container)> Containers(string overlay) =>
        Rendered.Of(overlay).Workloads.SelectMany(workload => workload.Containers, (workload, container) => (workload, container));

    static string Value(V1Container container, string variable, string otherwise) =>
        (container.Env ?? []).SingleOrDefault(each => each.Name == variable)?.Value ?? otherwise;

    [GeneratedRegex(@"stop_grace_period: (\d+)s")]
    static partial Regex StopGracePeriod { get; }

    [GeneratedRegex(@"useradd --uid (\d+)")]
    static partial Regex ImageUser { get; }
}
