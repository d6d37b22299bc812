using System.Reflection;
using Soccer.Contracts;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Train.V1;
using Soccer.Contracts.Validate.V1;

namespace Soccer.Architecture.Tests.Rules;

/// <summary>House rule 1: the message is the arrow, the database holds the goods. Messages carry ids, versions, hashes and counts, never rows.</summary>
public sealed class MessageSpecs
{
    /// <summary>The only lists. Each is bounded: gates and forecasters are a dozen, texts are reasons, a line each, seasons are decades, odds are three, a request has a thousand matches at most, a batch of them hundreds of ids.</summary>
    static readonly Type[] AllowedLists = [typeof(string[]), typeof(Score[]), typeof(GateFigure[]), typeof(int[]), typeof(double[]), typeof(AskedMatch[]), typeof(Guid[])];

    /// <summary>The only records inside a message, apart from those in lists.</summary>
    static readonly Type[] AllowedParts = [typeof(Run), typeof(StepTime), typeof(AskedMatch)];

    static readonly Type[] Scalars = [typeof(string), typeof(bool), typeof(int), typeof(long), typeof(double), typeof(Guid), typeof(DateOnly),
        typeof(DateTime)];

    static IEnumerable<Type> Records => typeof(Run).Assembly.GetExportedTypes().Where(type => type is { IsEnum: false, IsAbstract: false });

    [TestCaseSource(nameof(Records))]
    public void Carries_no_rows(Type record) => Assert.That(
        record.GetProperties().Where(member => !IsAllowed(member)).Select(member => $"{record.Name}.{member.Name}: {member.PropertyType.Name}"), Is.Empty,
        "rows belong into a published table, and its version into the message. If this is no row, allow its type in this file and say why it is bounded");

    [TestCaseSource(nameof(Records))]
    public void What_stands_in_a_list_holds_no_list(Type record)
    {
        if (AllowedLists.Any(list => list.GetElementType() == record) || AllowedParts.Contains(record))
            Assert.That(record.GetProperties().Where(member => member.PropertyType.IsArray), Is.Empty);
    }

    static bool IsAllowed(PropertyInfo member)
    {
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        return Scalars.Contains(type) || type.IsEnum || AllowedParts.Contains(type) || AllowedLists.Contains(type);
    }
}
