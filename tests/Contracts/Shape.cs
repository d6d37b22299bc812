using System.Globalization;
using System.Reflection;
using Soccer.Contracts;

namespace Soccer.Contracts.Tests;

/// <summary>What other services see of a contract, as text: a headline, and a line a member in order.</summary>
/// <param name="Headline">Kind and name: "record StartRun to ingest-snapshot".</param>
/// <param name="Members">"AsOf: DateOnly? = null"; a member with a value may be left out of a message.</param>
sealed record Shape(string Headline, IReadOnlyList<string> Members)
{
    static readonly NullabilityInfoContext Nullability = new();

    /// <summary>The shape of a type.</summary>
    public static Shape Of(Type type) => type switch
    {
        { IsEnum: true } => new($"enum {type.Name}", [.. Enum.GetNames(type)]),
        _ when Contract.IsStatic(type) => new($"constants {type.Name}", [.. Constants(type)]),
        _ => new(
            Contract.QueueOf(type) is { } queue ? $"record {type.Name} to {queue}" : $"record {type.Name}",
            [.. Contract.Members(type).Select(Member), .. Others(type).Select(Member)]),
    };

    /// <summary>As it stands in a snapshot file.</summary>
    public override string ToString() => string.Join('\n', [Headline, .. Members.Select(member => $"  {member}")]);

    /// <summary>Reads the blocks of a snapshot file; they are parted by empty lines.</summary>
    public static IEnumerable<Shape> Read(string text) => text
        .ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(block => block.Trim().Split('\n'))
        .Select(lines => new Shape(lines[0], [.. lines.Skip(1).Select(line => line.Trim())]));

    static IEnumerable<string> Constants(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral).Select(field => $"{field.Name} = \"{field.GetRawConstantValue()}\"");

    /// <summary>Properties that are not in the primary constructor.</summary>
    static IEnumerable<PropertyInfo> Others(Type type) =>
        type.GetProperties().ExceptBy(Contract.Members(type).Select(member => member.Name), property => property.Name);

    static string Member(ParameterInfo member) =>
        $"{member.Name}: {Name(member.ParameterType, Nullability.Create(member))}{(member.HasDefaultValue ? $" = {Default(member)}" : "")}";

    static string Member(PropertyInfo member) =>
        $"{member.Name}: {Name(member.PropertyType, Nullability.Create(member))} {{ {(member.CanWrite ? "get; init;" : "get;")} }}";

    static string Name(Type type, NullabilityInfo nullability)
    {
        var mark = nullability.ReadState == NullabilityState.Nullable ? "?" : "";
        if (type.IsArray)
            return $"{Name(type.GetElementType()!, nullability.ElementType!)}[]{mark}";
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        // A contract's name tells its namespace, so that Train.V1.Score and a Score of V2 differ.
        return plain.Assembly == Contract.Assembly ? plain.FullName!["Soccer.Contracts.".Length..] + mark : Keyword(plain) + mark;
    }

    static string Keyword(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "bool",
        TypeCode.Int32 => "int",
        TypeCode.Int64 => "long",
        TypeCode.Double => "double",
        TypeCode.String => "string",
        _ => type.Name,
    };

    static string Default(ParameterInfo member) => member.RawDefaultValue switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        string text => $"\"{text}\"",
        var value when (Nullable.GetUnderlyingType(member.ParameterType) ?? member.ParameterType) is { IsEnum: true } type => Enum.GetName(type, value)!,
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
