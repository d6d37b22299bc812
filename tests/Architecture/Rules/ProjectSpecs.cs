using System.Text.RegularExpressions;
using System.Xml.Linq;
using Soccer.Architecture.Tests.Checkout;

namespace Soccer.Architecture.Tests.Rules;

/// <summary>
/// The house's columns: services stand next to each other, each on contracts/ and on the hosting, and nothing else carries weight.
/// </summary>
public sealed partial class ProjectSpecs
{
    static readonly string[] Contracts = ["Soccer.Contracts", "Soccer.Forecasting", "Soccer.Tables"];

    /// <summary>Services that read the source's files.</summary>
    static readonly string[] ReadsFiles = ["Ingest", "Validate"];

    static IReadOnlyList<Service> Services => Service.All;

    static IEnumerable<string> Projects => Files.Of("", ".csproj");

    [TestCaseSource(nameof(Services))]
    public void A_service_references_contracts_and_the_hosting_only(Service service) =>
        Assert.That(
            References(service.Project),
            Is.SubsetOf((string[])[.. Contracts, "Soccer.Hosting", .. ReadsFiles.Contains(service.Folder) ? ["Soccer.Csv"] : (string[])[]]),
            "services talk over the bus");

    [Test]
    public void Contracts_stand_on_nothing_but_contracts() => Assert.Multiple(() =>
    {
        Assert.That(References("contracts/Soccer.Contracts/Soccer.Contracts.csproj"), Is.Empty);
        Assert.That(References("contracts/Soccer.Forecasting/Soccer.Forecasting.csproj"), Is.Empty);
        Assert.That(References("contracts/Soccer.Tables/Soccer.Tables.csproj"), Is.SubsetOf((string[])["Soccer.Forecasting", "Soccer.Contracts"]));
        Assert.That(References("infra/Soccer.Hosting/Soccer.Hosting.csproj"), Is.SubsetOf((string[])["Soccer.Contracts"]));
        Assert.That(References("infra/Soccer.Csv/Soccer.Csv.csproj"), Is.EqualTo((string[])["Soccer.Forecasting"]));
        Assert.That(References("infra/Soccer.Source/Soccer.Source.csproj"), Is.EqualTo((string[])["Soccer.Csv"]), "the source is a stranger's web site to the services, and they to it");
    });

    [Test]
    public void Contracts_are_three_projects() => Assert.That(
        Files.Of("contracts/", ".csproj").Select(path => Path.GetFileNameWithoutExtension(path)), Is.EquivalentTo(Contracts),
        "a fourth needs a decision record in docs/adr");

    [TestCaseSource(nameof(Projects))]
    public void Has_a_name_that_says_what_is_in_it(string project) =>
        Assert.That(project.Split('/', '.'),
            Has.None.AnyOf("Common", "Shared", "Helpers", "Helper", "Utils", "Util", "Utilities", "Core", "Manager", "Managers"));

    [TestCaseSource(nameof(Projects))]
    public void Is_in_the_solution(string project) => Assert.That(InSolution, Does.Contain(project));

    [Test]
    public void The_solution_names_no_project_that_is_gone() => Assert.That(InSolution, Is.SubsetOf(Projects));

    [Test]
    public void Package_versions_stand_in_one_file() => Assert.That(
        Files.All.Where(path => ProjectFile.IsMatch(path) && path != "Directory.Packages.props")
            .SelectMany(path => XDocument.Load(Files.Full(path)).Descendants()
                .Where(element => element.Name.LocalName is "PackageReference" or "PackageVersion")
                .Where(element => element.Attribute("Version") is not null || element.Attribute("VersionOverride") is not null || element.HasElements
                    || element.Name.LocalName == "PackageVersion")
                .Select(element => $"{path}: {element}")), Is.Empty);

    [Test]
    public void Package_versions_are_exact() => Assert.That(
        XDocument.Load(Files.Full("Directory.Packages.props")).Descendants("PackageVersion").Select(package => package.Attribute("Version")!.Value),
        Has.All.Match(@"^\d+\.\d+\.\d+(-(beta|rc)\.\d+)?$"));

    static IReadOnlyList<string> InSolution =>
        [.. SolutionProject.Matches(Files.Read("Soccer.EventDriven.sln")).Select(match => match.Groups[1].Value.Replace('\\', '/'))];

    static IEnumerable<string> References(string project) =>
        XDocument.Load(Files.Full(project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

    [GeneratedRegex("\"([^\"]+\\.csproj)\"")]
    static partial Regex SolutionProject { get; }

    [GeneratedRegex(@"\.(csproj|props|targets)$")]
    static partial Regex ProjectFile { get; }
}
