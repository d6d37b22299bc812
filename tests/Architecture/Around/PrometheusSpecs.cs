using System.Text.RegularExpressions;
using Soccer.Architecture.Tests.Checkout;
using Soccer.Architecture.Tests.Compiled;

namespace Soccer.Architecture.Tests.Around;

/// <summary>What is watched, and what is alarmed about.</summary>
public sealed partial class PrometheusSpecs
{
    const string Rules = "infra/prometheus/rules.yml";

    [Test]
    public void Promtool_approves_of_the_configuration() => Tool.Approves("promtool", "check", "config", "infra/prometheus/prometheus.yml");

    [Test]
    public void Promtool_approves_of_the_rules() => Tool.Approves("promtool", "check", "rules", Rules);

    [Test]
    public void Each_alert_fires_when_it_should() => Tool.Approves("promtool", "test", "rules", "infra/prometheus/rules_test.yml");

    [Test]
    public void Amtool_approves_of_the_configuration_of_the_alertmanager() => Tool.Approves("amtool", "check-config", "infra/alertmanager/alertmanager.yml");

    [Test]
    public void Each_alert_is_tested() => Assert.Multiple(() =>
    {
        foreach (var alert in Alerts)
            Assert.That(Files.Read("infra/prometheus/rules_test.yml"), Does.Contain($"alertname: {alert}"));
    });

    [Test]
    public void Each_alert_has_a_runbook_that_it_names() => Assert.Multiple(() =>
    {
        var headings = Heading.Matches(Files.Read("docs/operations.md")).Select(match => match.Groups[1].Value).ToList();
        foreach (var alert in Alerts)
        {
            Assert.That(headings, Does.Contain(alert));
            Assert.That(Files.Read(Rules), Does.Contain($"runbook: docs/operations.md#{alert.ToLowerInvariant()}\n"));
        }
    });

    [Test]
    public void Rules_ask_for_metrics_that_a_service_has()
    {
        var made = Service.All.SelectMany(service => service.Code.Strings).Concat(CompiledCode.Of("Soccer.Hosting").Strings)
            .Where(text => text.StartsWith("soccer_", StringComparison.Ordinal)).ToHashSet();
        Assert.That(Metric.Matches(Files.Read(Rules)).Select(match => match.Value).Distinct().Where(metric => !made.Contains(Suffix.Replace(metric, ""))),
            Is.Empty, "such an alert never fires");
    }

    [Test]
    public void Every_service_is_watched() => Assert.That(
        Target.Matches(Files.Read("infra/prometheus/targets/services.yml")).Select(match => match.Groups[1].Value),
        Is.EquivalentTo(Service.All.Where(service => !service.IsClient).Select(service => service.Name)));

    static IReadOnlyList<string> Alerts => [.. Alert.Matches(Files.Read(Rules)).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"- alert: (\w+)")]
    static partial Regex Alert { get; }

    [GeneratedRegex(@"^### (\w+)\s*$", RegexOptions.Multiline)]
    static partial Regex Heading { get; }

    [GeneratedRegex(@"\bsoccer_[a-z_]+")]
    static partial Regex Metric { get; }

    // What the exporter puts behind an instrument's name.
    [GeneratedRegex("(_seconds|_bytes)?(_total|_bucket|_sum|_count)?$")]
    static partial Regex Suffix { get; }

    [GeneratedRegex(@"service: ([\w-]+) \}")]
    static partial Regex Target { get; }
}
