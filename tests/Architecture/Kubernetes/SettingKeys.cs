using System.Reflection;
using System.Text.RegularExpressions;
using Soccer.Architecture.Tests.Checkout;
using Soccer.Architecture.Tests.Compiled;

namespace Soccer.Architecture.Tests.Kubernetes;

/// <summary>The configuration that a program reads: sections bound to options, and single keys.</summary>
/// <param name="sections">The class of each section's options.</param>
/// <param name="strings">Strings in the program's code, single keys among them.</param>
sealed partial class SettingKeys(IReadOnlyDictionary<string, Type> sections, IReadOnlySet<string> strings)
{
    /// <summary>What a program reads, with what the hosting reads for it.</summary>
    /// <param name="folder">The program's folder, such as services/Train.</param>
    /// <param name="assembly">The program's assembly, such as Soccer.Train.</param>
    public static SettingKeys Of(string folder, string assembly)
    {
        string[] assemblies = folder.StartsWith("services/", StringComparison.Ordinal) ? [assembly, "Soccer.Hosting"] : [assembly];
        var types = assemblies.SelectMany(name => Assembly.Load(name).GetTypes()).ToLookup(type => type.Name);
        string[] folders = assemblies.Length > 1 ? [$"{folder}/", "infra/Soccer.Hosting/"] : [$"{folder}/"];
        return new SettingKeys(
            folders.SelectMany(each => Files.Of(each, ".cs")).SelectMany(path => Binding.Matches(Files.Read(path)))
                .DistinctBy(match => match.Groups["section"].Value)
                .ToDictionary(match => match.Groups["section"].Value, match => types[match.Groups["options"].Value].First()),
            assemblies.SelectMany(name => CompiledCode.Of(name).Strings).ToHashSet());
    }

    /// <summary>Whether a variable of the environment, such as Bus__Host, sets something.</summary>
    public bool Has(string variable)
    {
        var path = variable.Split("__");
        if (path is ["ConnectionStrings", var name])
            return strings.Contains(name);
        return strings.Contains(string.Join(':', path)) || (sections.TryGetValue(path[0], out var options) && Leads(options, path[1..]));
    }

    static bool Leads(Type? options, IEnumerable<string> path)
    {
        foreach (var step in path)
            options = options?.GetProperty(step)?.PropertyType;
        return options is not null;
    }

    [GeneratedRegex(@"(AddStageOptions<(?<options>\w+)>\(|AddOptions<(?<options>\w+)>\(\)\.BindConfiguration\()""(?<section>\w+)""")]
    static partial Regex Binding { get; }
}
