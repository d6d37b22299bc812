using System.Reflection;
using Soccer.Contracts;

namespace Soccer.Contracts.Tests;

/// <summary>Makes examples of contracts by their shape, so that a new one has an example at once. Each member has a value of its own.</summary>
static class Examples
{
    /// <summary>A message with every member set.</summary>
    public static object Full(Type record)
    {
        var seed = 0;
        return Make(record, ref seed);
    }

    /// <summary>A message in which whatever may be null is.</summary>
    public static object Sparse(Type record)
    {
        var nullability = new NullabilityInfoContext();
        var members = Contract.Members(record);
        var seed = 100;
        var values = new object?[members.Length];
        for (var at = 0; at < values.Length; at++)
            values[at] = nullability.Create(members[at]).ReadState == NullabilityState.Nullable ? null : Make(members[at].ParameterType, ref seed);
        return record.GetConstructors().Single().Invoke(values);
    }

    static object Make(Type type, ref int seed)
    {
        seed++;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsArray)
        {
            var items = Array.CreateInstance(plain.GetElementType()!, 2);
            items.SetValue(Make(plain.GetElementType()!, ref seed), 0);
            items.SetValue(Make(plain.GetElementType()!, ref seed), 1);
            return items;
        }
        if (plain.IsEnum)
            return Enum.GetValues(plain).GetValue(seed % Enum.GetValues(plain).Length)!;
        if (plain.Assembly == Contract.Assembly)
            return Record(plain, ref seed);
        return Type.GetTypeCode(plain) switch
        {
            TypeCode.Boolean => seed % 2 == 0,
            TypeCode.Int32 => 1000 + seed,
            TypeCode.Int64 => 5_000_000_000 + seed,
            // No short decimal: every bit must come through.
            TypeCode.Double => Math.Sqrt(seed + 0.1),
            TypeCode.String => $"Žalgiris \"{seed}\" <M'Gladbach>\n",
            TypeCode.DateTime => new DateTime(2025, 2, 1, 6, 30, seed % 60, DateTimeKind.Utc).AddTicks(1234567),
            _ when plain == typeof(Guid) => new Guid(seed, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
            _ when plain == typeof(DateOnly) => new DateOnly(2025, 2, 1).AddDays(seed),
            _ => throw new NotSupportedException($"{plain} has no example: a contract has ids, versions, hashes, counts and texts; add it here if this is one"),
        };
    }

    static object Record(Type record, ref int seed)
    {
        var members = Contract.Members(record);
        var values = new object[members.Length];
        for (var at = 0; at < values.Length; at++)
            values[at] = Make(members[at].ParameterType, ref seed);
        return record.GetConstructors().Single().Invoke(values);
    }
}
