using System.Reflection;
using System.Xml.Linq;
using Soccer.Architecture.Tests.Checkout;
using Soccer.Architecture.Tests.Compiled;

namespace Soccer.Architecture.Tests.Rules;

/// <summary>The packages that the project must stand on: each is referenced by a project, and the project's code uses it.</summary>
public sealed class RequiredPackageSpecs
{
    /// <param name="package">The package's name.</param>
    /// <param name="project">The project that references it.</param>
    /// <param name="library">One of the package's assemblies, or of those that it brings.</param>
    [TestCase("MassTransit", "infra/Soccer.Hosting/Soccer.Hosting.csproj", "MassTransit")]
    [TestCase("MassTransit.RabbitMQ", "infra/Soccer.Hosting/Soccer.Hosting.csproj", "MassTransit.RabbitMqTransport")]
    [TestCase("Dapper", "contracts/Soccer.Tables/Soccer.Tables.csproj", "Dapper")]
    [TestCase("Npgsql", "contracts/Soccer.Tables/Soccer.Tables.csproj", "Npgsql")]
    [TestCase("AngleSharp", "services/Ingest/Ingest.csproj", "AngleSharp")]
    [TestCase("OpenTelemetry.Exporter.Prometheus.AspNetCore", "infra/Soccer.Hosting/Soccer.Hosting.csproj", "OpenTelemetry.Exporter.Prometheus.AspNetCore")]
    [TestCase("Polly", "services/Ingest/Ingest.csproj", "Polly.Core")]
    [TestCase("Microsoft.ML", "services/Train/Train.csproj", "Microsoft.ML.Data")]
    [TestCase("NUnit", "tests/Directory.Build.props", "nunit.framework")]
    public void Is_referenced_and_used(string package, string project, string library)
    {
        Assert.That(PackagesOf(project), Does.Contain(package));
        Assert.That(LibrariesOf(project), Does.Contain(library), "the compiler keeps only references that code uses");
    }

    [Test]
    public void LightGBM_is_referenced_and_its_native_library_called()
    {
        Assert.That(PackagesOf("services/Train/Train.csproj"), Does.Contain("LightGBM"));
        Assert.That(CompiledCode.Of("Soccer.Train").Imports, Has.Some.StartsWith("LGBM_"));
    }

    static IEnumerable<string> PackagesOf(string project) =>
        XDocument.Load(Files.Full(project)).Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value);

    static IEnumerable<string> LibrariesOf(string project) => AssemblyOf(project).GetReferencedAssemblies().Select(library => library.Name!);

    static Assembly AssemblyOf(string project) => Path.GetFileNameWithoutExtension(project) switch
    {
        "Directory.Build" => typeof(RequiredPackageSpecs).Assembly,
        var name when name.StartsWith("Soccer.", StringComparison.Ordinal) => Assembly.Load(name),
        var name => Assembly.Load($"Soccer.{name}"),
    };
}
