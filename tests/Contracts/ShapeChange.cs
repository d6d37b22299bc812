namespace Soccer.Contracts.Tests;

/// <summary>How a contract's shape differs from the frozen one, and whether readers of the old shape can live with it.</summary>
/// <param name="IsAdditive">Whether new members that may be left out are the only difference.</param>
/// <param name="Differences">A line a difference.</param>
sealed record ShapeChange(bool IsAdditive, IReadOnlyList<string> Differences)
{
    /// <summary>Compares; nothing where they are the same.</summary>
    public static ShapeChange? Between(Shape frozen, Shape now)
    {
        var gone = frozen.Members.Except(now.Members).Select(member => $"- {member}").ToList();
        var added = now.Members.Except(frozen.Members).ToList();
        List<string> differences = [.. gone, .. added.Select(member => $"+ {member}")];
        if (frozen.Headline != now.Headline)
            differences.InsertRange(0, [$"- {frozen.Headline}", $"+ {now.Headline}"]);
        var kept = now.Members.Where(frozen.Members.Contains);
        if (gone.Count == 0 && !kept.SequenceEqual(frozen.Members))
            differences.Add($"the order was {string.Join(", ", frozen.Members)}");
        if (differences.Count == 0)
            return null;
        // A reader of the old shape passes a new member over, but it can't read a new value of an enum.
        var additive = differences.Count == added.Count && now.Headline.StartsWith("record ", StringComparison.Ordinal)
            && added.All(member => member.Contains(" = "));
        return new ShapeChange(additive, differences);
    }
}
