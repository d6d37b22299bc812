using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Soccer.Architecture.Tests.Compiled;

/// <summary>A call of a generic method: MassTransit's Publish of a ModelPromoted.</summary>
/// <param name="Type">The type that has the method.</param>
/// <param name="Method">The method's name.</param>
/// <param name="Arguments">Full names of the type arguments.</param>
public sealed record GenericCall(string Type, string Method, IReadOnlyList<string> Arguments)
{
    /// <summary>Every one in an assembly.</summary>
    public static IEnumerable<GenericCall> In(MetadataReader reader)
    {
        for (var row = 1; row <= reader.GetTableRowCount(TableIndex.MethodSpec); row++)
        {
            var call = reader.GetMethodSpecification(MetadataTokens.MethodSpecificationHandle(row));
            var (type, method) = call.Method.Kind == HandleKind.MemberReference
                ? OfReference(reader, reader.GetMemberReference((MemberReferenceHandle)call.Method))
                : OfDefinition(reader, reader.GetMethodDefinition((MethodDefinitionHandle)call.Method));
            yield return new GenericCall(type, method, call.DecodeSignature(TypeNames.Provider, null));
        }
    }

    static (string, string) OfReference(MetadataReader reader, MemberReference method) =>
        (TypeNames.OfParent(reader, method.Parent), reader.GetString(method.Name));

    static (string, string) OfDefinition(MetadataReader reader, MethodDefinition method) =>
        (TypeNames.Of(reader, method.GetDeclaringType()), reader.GetString(method.Name));
}
