using System.Reflection;
using System.Text.RegularExpressions;
using Soccer.Architecture.Tests.Checkout;

namespace Soccer.Architecture.Tests.Rules;

/// <summary>What is refused on sight.</summary>
public sealed partial class SourceSpecs
{
    const int LinesOfAProgram = 30;
    const int LinesOfAFile = 200;

    static IReadOnlyList<Service> Services => Service.All;

    [TestCaseSource(nameof(Services))]
    public void A_program_is_a_table_of_contents(Service service) =>
        Assert.That(File.ReadLines(Files.Full($"services/{service}/Program.cs")).Count(), Is.AtMost(LinesOfAProgram));

    [Test]
    public void No_file_of_the_product_is_longer_than_a_reader_bears() => Assert.That(
        Files.ProductSources.Select(path => (path, Lines: File.ReadLines(Files.Full(path)).Count())).Where(file => file.Lines > LinesOfAFile), Is.Empty,
        "cut it where it changes its subject");

    [Test]
    public void No_regions() =>
        Assert.That(Files.Lines(Files.Of("", ".cs"), line => line.TrimStart().StartsWith("#region", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void No_catch_that_swallows() => Assert.That(
        Files.ProductSources.SelectMany(path => Matches(EmptyCatch, path)).Concat(Files.Of("tests/", ".cs").SelectMany(path => Matches(SilentCatch, path))), Is.Empty,
        "a catch does something: returns what stands for nothing, says what happened, throws what says more. In a test it at least says why not");

    [Test]
    public void No_interface_with_one_implementation()
    {
        Type[] types = [.. Assemblies.SelectMany(assembly => assembly.GetTypes())];
        Assert.That(types.Where(type => type.IsInterface && types.Count(other => other.IsClass && other.IsAssignableTo(type)) < 2), Is.Empty);
    }

    [Test]
    public void The_hosting_has_no_football_word() => Assert.That(
        Files.Lines(Files.Of("infra/Soccer.Hosting/", ".cs"), line => FootballWord.IsMatch(line)), Is.Empty);

    [Test]
    public void No_path_of_a_machine_stands_in_the_project() => Assert.That(
        Files.Lines(
            Files.All.Where(path => !path.StartsWith("tests/Architecture/", StringComparison.Ordinal)), line =>
            MachinePath.IsMatch(line) || ThisMachine.IsMatch(line)), Is.Empty);

    /// <summary>Absolute paths that begin in the folder at the machine's root that this checkout lies in, unless every system has that folder.</summary>
    static Regex ThisMachine { get; } = Files.Root.Split('/', '\\')[1] is var first && EverySystems.IsMatch(first)
        ? new Regex(Regex.Escape(Files.Root))
        : new Regex($@"(?<![\w.\-/}}~)]){Regex.Escape($"/{first}/")}\w");

    static IEnumerable<string> Matches(Regex pattern, string path) =>
        pattern.Matches(Files.Read(path)).Select(match => $"{path}: {match.Value.ReplaceLineEndings(" ")}");

    static IEnumerable<Assembly> Assemblies =>
        [.. Service.All.Select(service => service.Assembly),
            .. new[] { "Soccer.Contracts", "Soccer.Forecasting", "Soccer.Tables", "Soccer.Hosting", "Soccer.Csv", "Soccer.Source" }.Select(Assembly.Load)];

    [GeneratedRegex(@"\bcatch\b[^{;]*\{(\s|//[^\n]*\n|/\*[\s\S]*?\*/)*\}")]
    static partial Regex EmptyCatch { get; }

    [GeneratedRegex(@"\bcatch\b[^{;]*\{\s*\}")]
    static partial Regex SilentCatch { get; }

    [GeneratedRegex(@"\b(football|soccer match|matches|league|fixture|goal|bookmaker|odds|kick-?off|champion)s?\b", RegexOptions.IgnoreCase)]
    static partial Regex FootballWord { get; }

    [GeneratedRegex(@"(?<![\w.\-])(/home/\w|/root/\w|/Users/\w|[A-Z]:\\Users\\)")]
    static partial Regex MachinePath { get; }

    [GeneratedRegex("^(bin|boot|dev|etc|home|lib|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var|app|src|data|Users)$")]
    static partial Regex EverySystems { get; }
}
