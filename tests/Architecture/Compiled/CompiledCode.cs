using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Soccer.Architecture.Tests.Compiled;

/// <summary>
/// What an assembly holds and calls, as the compiler wrote it: no comment, no formatting and no using can hide or feign anything here.
/// </summary>
/// <param name="Strings">Every string in the code, constants put together.</param>
/// <param name="Types">Full names of the types of other assemblies that it names.</param>
/// <param name="Members">Members of these that it uses: System.DateTime.get_UtcNow.</param>
/// <param name="GenericCalls">Generic methods that it calls, with their type arguments.</param>
/// <param name="Imports">Functions of native libraries.</param>
public sealed record CompiledCode(
    IReadOnlyList<string> Strings, IReadOnlySet<string> Types, IReadOnlySet<string> Members, IReadOnlyList<GenericCall> GenericCalls,
    IReadOnlyList<string> Imports)
{
    static readonly ConcurrentDictionary<string, CompiledCode> Known = [];

    /// <summary>The code of an assembly beside the tests.</summary>
    public static CompiledCode Of(string assembly) => Known.GetOrAdd(assembly, Read);

    static CompiledCode Read(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll")));
        var reader = file.GetMetadataReader();
        return new CompiledCode(
            [.. Literals(reader)],
            reader.TypeReferences.Select(type => TypeNames.Of(reader, type)).ToHashSet(),
            reader.MemberReferences.Select(member => MemberName(reader, reader.GetMemberReference(member))).ToHashSet(),
            [.. GenericCall.In(reader)],
            [.. reader.MethodDefinitions.Select(method => reader.GetMethodDefinition(method))
                .Where(method => method.Attributes.HasFlag(MethodAttributes.PinvokeImpl)).Select(method => reader.GetString(method.Name))]);
    }

    static IEnumerable<string> Literals(MetadataReader reader)
    {
        for (var handle = MetadataTokens.UserStringHandle(0); !(handle = reader.GetNextHandle(handle)).IsNil;)
            yield return reader.GetUserString(handle);
    }

    static string MemberName(MetadataReader reader, MemberReference member) =>
        $"{TypeNames.OfParent(reader, member.Parent)}.{reader.GetString(member.Name)}";
}
