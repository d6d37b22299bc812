using System.Reflection;
using Soccer.Contracts;

namespace Soccer.Contracts.Tests;

/// <summary>The types of Soccer.Contracts, and what is said of each in one place.</summary>
static class Contract
{
    /// <summary>Every type that travels: records and enums, and the stages' names, which travel as text.</summary>
    public static IReadOnlyList<Type> All { get; } =
        [.. Assembly.GetExportedTypes().OrderBy(type => type.Namespace, StringComparer.Ordinal).ThenBy(type => type.Name, StringComparer.Ordinal)];

    /// <summary>The records among them.</summary>
    public static IReadOnlyList<Type> Records { get; } = [.. All.Where(type => type is { IsEnum: false } && !IsStatic(type))];

    /// <summary>The assembly of the contracts.</summary>
    public static Assembly Assembly => typeof(Run).Assembly;

    /// <summary>Whether a type holds constants only.</summary>
    public static bool IsStatic(Type type) => type is { IsAbstract: true, IsSealed: true };

    /// <summary>The parameters of a record's primary constructor, in order.</summary>
    public static ParameterInfo[] Members(Type record) => record.GetConstructors().Single().GetParameters();

    /// <summary>The queue that a command names; none where it is no command.</summary>
    public static string? QueueOf(Type record) => record.GetField("Queue", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string;
}
