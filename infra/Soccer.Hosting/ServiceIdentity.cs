using System.Reflection;

namespace Soccer.Hosting;

/// <summary>Which service this process is, and of which sources it was built.</summary>
/// <param name="Name">In lower case, with dashes: drift-check.</param>
/// <param name="CodeVersion">Hash of the service's sources and of those it computes with; part of every step's key.</param>
public sealed record ServiceIdentity(string Name, string CodeVersion)
{
    /// <summary>The database schema that the service owns.</summary>
    public string Schema => Name.Replace('-', '_');

    /// <summary>Reads the code version that the build wrote into an assembly.</summary>
    /// <exception cref="InvalidOperationException">The assembly was built without one.</exception>
    public static ServiceIdentity Of(string name, Assembly assembly) =>
        new(name, assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(data => data.Key == "CodeVersion")?.Value
            ?? throw new InvalidOperationException($"{assembly.GetName().Name} was built without a code version"));
}
