namespace Soccer.Contracts.Tests;

/// <summary>The frozen shapes of a namespace: Snapshots/Soccer.Contracts.Ingest.V1.txt.</summary>
static class Snapshot
{
    /// <summary>Set to anything, it has new contracts and additive changes written into the snapshots.</summary>
    public const string Accept = "SOCCER_ACCEPT_CONTRACTS";

    /// <summary>The folder in the checkout, not its copy beside the tests: what is accepted is to be committed.</summary>
    public static string Folder { get; } = Path.Combine(Checkout.Root, "tests", "Contracts", "Snapshots");

    public static bool IsAccepting => Environment.GetEnvironmentVariable(Accept) is { Length: > 0 };

    public static string FileOf(string contractNamespace) => Path.Combine(Folder, $"{contractNamespace}.txt");

    /// <summary>The frozen shape of a type, or none.</summary>
    public static Shape? Find(Type type) => Read(type.Namespace!).FirstOrDefault(shape => NameOf(shape) == type.Name);

    /// <summary>Every frozen shape of a namespace.</summary>
    public static IReadOnlyList<Shape> Read(string contractNamespace) =>
        File.Exists(FileOf(contractNamespace)) ? [.. Shape.Read(File.ReadAllText(FileOf(contractNamespace)))] : [];

    /// <summary>Freezes a type as it is; its neighbours stay as they were.</summary>
    public static void Write(Type type)
    {
        var shapes = Read(type.Namespace!).Where(shape => NameOf(shape) != type.Name).Append(Shape.Of(type)).OrderBy(NameOf, StringComparer.Ordinal);
        File.WriteAllText(FileOf(type.Namespace!), string.Join("\n\n", shapes) + "\n");
    }

    /// <summary>The second word of the headline.</summary>
    public static string NameOf(Shape shape) => shape.Headline.Split(' ')[1];
}
