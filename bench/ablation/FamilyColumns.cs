using Soccer.Forecasting.Features;

namespace Soccer.Bench;

/// <summary>Families of one class count as one: form by goals and form by shots are both form.</summary>
sealed class FamilyColumns
{
    const string Suffix = "Family";

    readonly List<(string Class, int[] Columns)> classes;

    /// <summary>The classes of a pass.</summary>
    public FamilyColumns(FeaturePass pass)
    {
        var at = 0;
        classes = [.. pass.Families
            .Select(family => (Class: family.GetType().Name, Columns: family.Features.Select(_ => at++).ToArray()))
            .GroupBy(family => family.Class, family => family.Columns)
            .Select(group => (group.Key[..^(group.Key.EndsWith(Suffix, StringComparison.Ordinal) ? Suffix.Length : 0)], group.SelectMany(columns => columns).ToArray()))];
    }

    /// <summary>A kind as it is, and without each class of those columns; and, where asked for, with each class alone.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="sees">What the kind sees.</param>
    /// <param name="own">Of that, the columns whose classes are taken out; a class that has none of them stays.</param>
    /// <param name="alone">Whether each class is tried alone as well.</param>
    public IEnumerable<Variant> Of(string kind, int[] sees, int[] own, bool alone)
    {
        yield return new(kind, null, false, sees);
        foreach (var (name, columns) in classes.Where(family => family.Columns.Intersect(own).Any()))
        {
            yield return new(kind, name, false, [.. sees.Except(columns)]);
            if (alone)
                yield return new(kind, name, true, [.. sees.Intersect(columns)]);
        }
    }
}
