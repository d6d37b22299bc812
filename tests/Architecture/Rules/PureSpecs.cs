using System.Text.RegularExpressions;
using System.Xml.Linq;
using Soccer.Architecture.Tests.Checkout;
using Soccer.Architecture.Tests.Compiled;

namespace Soccer.Architecture.Tests.Rules;

/// <summary>House rule 6: football and statistics are pure. Time, randomness and rows are arguments.</summary>
public sealed partial class PureSpecs
{
    static CompiledCode Forecasting => CompiledCode.Of("Soccer.Forecasting");

    [Test]
    public void Forecasting_references_numbers_only()
    {
        var project = XDocument.Load(Files.Full("contracts/Soccer.Forecasting/Soccer.Forecasting.csproj"));
        var references = project.Descendants().Where(element => element.Name.LocalName.EndsWith("Reference", StringComparison.Ordinal))
            .Select(element => element.Attribute("Include")!.Value);
        Assert.Multiple(() =>
        {
            Assert.That(references, Is.SubsetOf((string[])["System.Numerics.Tensors", "MathNet.Numerics"]));
            Assert.That(
                System.Reflection.Assembly.Load("Soccer.Forecasting").GetReferencedAssemblies().Select(assembly => assembly.Name),
                    Has.All.Match("^(System\\.|MathNet\\.Numerics$)"));
        });
    }

    [Test]
    public void Forecasting_touches_no_file_network_clock_process_or_thread() => Assert.That(Forecasting.Types.Where(type => Impure.IsMatch(type)), Is.Empty);

    [Test]
    public void Forecasting_asks_no_clock_and_no_chance() => Assert.That(
        Forecasting.Members.Where(member => Unrepeatable.IsMatch(member)), Is.Empty, "the same arguments must give the same result: hand in a day, or a seed");

    [Test]
    public void Forecasting_draws_from_a_seed() =>
        Assert.That(Files.Lines(Files.Of("contracts/Soccer.Forecasting/", ".cs"), line => line.Contains("new Random()", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void Nobody_asks_the_machine_for_the_time() => Assert.That(
        Product.SelectMany(assembly => CompiledCode.Of(assembly).Members.Where(member => WallClock.IsMatch(member))
            .Select(member => $"{assembly}: {member}")), Is.Empty,
        "take a TimeProvider");

    [Test]
    public void Nobody_makes_a_thread_sleep() => Assert.That(
        Product.Where(assembly => CompiledCode.Of(assembly).Members.Contains("System.Threading.Thread.Sleep")), Is.Empty);

    [Test]
    public void Tests_ask_for_no_time_and_sleep_for_no_luck() => Assert.That(
        Files.Lines(Files.Of("tests/", ".cs"), line => ImpureTest.IsMatch(line)), Is.Empty,
        "hand in a day of the test's own; wait for what is to happen, not for a while");

    [Test]
    public void Only_Train_holds_native_code() => Assert.Multiple(() =>
    {
        Assert.That(Product.Where(assembly => CompiledCode.Of(assembly).Imports.Count > 0), Is.EqualTo((string[])["Soccer.Train"]));
        Assert.That(Product.Where(assembly => CompiledCode.Of(assembly).Types.Contains("System.Runtime.InteropServices.NativeLibrary")),
            Is.SubsetOf((string[])["Soccer.Train"]));
        Assert.That(
            Files.All.Where(path => path.EndsWith("proj", StringComparison.Ordinal)
                && Files.Read(path).Contains("<AllowUnsafeBlocks>", StringComparison.Ordinal)),
            Is.EqualTo((string[])["services/Train/Train.csproj"]));
        Assert.That(Files.All.Where(path => NativeFile.IsMatch(path)), Is.Empty, "libraries come from the system's packages");
    });

    static IEnumerable<string> Product =>
        ["Soccer.Contracts", "Soccer.Forecasting", "Soccer.Tables", "Soccer.Hosting", "Soccer.Csv", "Soccer.Source", .. Service.All.Select(service => $"Soccer.{service}")];

    [GeneratedRegex(
        @"^(System\.(Net|Data|Console|Environment|TimeProvider|AppContext|Diagnostics\.(Process|Stopwatch))\b"
        + @"|System\.IO\.(File|Directory|Path|Drive|Pipes|MemoryMappedFiles)"
        + @"|System\.Threading\.(Thread|Timer|ThreadPool|Tasks)\b|Microsoft\.|MassTransit|Npgsql|Dapper)")]
    static partial Regex Impure { get; }

    [GeneratedRegex(
        @"^System\.((DateTime|DateTimeOffset)\.get_(Now|UtcNow|Today)"
        + @"|Guid\.(NewGuid|CreateVersion7)|Random\.get_Shared|Security\.Cryptography\.RandomNumberGenerator\..*|Environment\..*)$")]
    static partial Regex Unrepeatable { get; }

    [GeneratedRegex(@"^System\.(DateTime|DateTimeOffset)\.get_(Now|UtcNow|Today)$")]
    static partial Regex WallClock { get; }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bThread\.Sleep\(")]
    static partial Regex ImpureTest { get; }

    [GeneratedRegex(@"\.(so|so\.\d+|dll|dylib|a|lib)$")]
    static partial Regex NativeFile { get; }
}
