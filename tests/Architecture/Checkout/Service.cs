using System.Reflection;
using System.Text.RegularExpressions;
using MassTransit;
using Soccer.Architecture.Tests.Compiled;

namespace Soccer.Architecture.Tests.Checkout;

/// <summary>A service: a folder under services/.</summary>
/// <param name="Folder">Its folder, and its project: DriftCheck.</param>
public sealed partial record Service(string Folder)
{
    /// <summary>In the order of the cascade, and after the stages those around it.</summary>
    public static IReadOnlyList<Service> All { get; } =
    [
        .. Directory.GetDirectories(Files.Full("services")).Select(path => Path.GetFileName(path))
            .Where(folder => File.Exists(Files.Full($"services/{folder}/{folder}.csproj")))
            .OrderBy(Place).ThenBy(folder => folder, StringComparer.Ordinal)
            .Select(folder => new Service(folder)),
    ];

    /// <summary>drift-check.</summary>
    public string Name => Capital.Replace(Folder, match => (match.Index == 0 ? "" : "-") + match.Value.ToLowerInvariant());

    /// <summary>drift_check.</summary>
    public string Schema => Name.Replace('-', '_');

    /// <summary>Everything but the client is a process that stays.</summary>
    public bool IsClient => Folder == "Cli";

    public string Project => $"services/{Folder}/{Folder}.csproj";

    public Assembly Assembly => Assembly.Load($"Soccer.{Folder}");

    public CompiledCode Code => CompiledCode.Of($"Soccer.{Folder}");

    /// <summary>The classes that take messages.</summary>
    public IReadOnlyList<Type> Consumers => [.. Assembly.GetTypes().Where(type => type.IsClass && MessagesOf(type).Any())];

    /// <summary>The messages that a class takes.</summary>
    public static IEnumerable<Type> MessagesOf(Type consumer) => consumer.GetInterfaces()
        .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConsumer<>)).Select(type => type.GetGenericArguments()[0])
        .Select(message => message.IsGenericType && message.GetGenericTypeDefinition() == typeof(Batch<>) ? message.GetGenericArguments()[0] : message);

    public override string ToString() => Folder;

    static int Place(string folder)
    {
        string[] cascade = ["Ingest", "Validate", "Featurize", "Train", "Promote", "Predict", "DriftCheck"];
        var place = Array.IndexOf(cascade, folder);
        return place < 0 ? cascade.Length : place;
    }

    [GeneratedRegex("[A-Z]")]
    static partial Regex Capital { get; }
}
