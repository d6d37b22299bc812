namespace Soccer.Api.Problems;

/// <summary>The ids that begin as a caller wrote: one, if it was written in full.</summary>
/// <param name="Text">What the caller wrote.</param>
/// <param name="From">The first id that begins so.</param>
/// <param name="To">The last.</param>
sealed record IdRange(string Text, Guid From, Guid To)
{
    /// <summary>Ids that are read at most to see whether a beginning names only one; an answer suggests these.</summary>
    public const int Most = 3;

    /// <summary>Characters of a beginning at least.</summary>
    const int Shortest = 8;

    const string First = "00000000-0000-0000-0000-000000000000", Last = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    /// <summary>Reads an id, or at least its first 8 characters.</summary>
    /// <exception cref="InvalidInputException">It is neither.</exception>
    public static IdRange Read(string text)
    {
        // Some clients write an id without dashes or in braces.
        if (Guid.TryParse(text, out var id) && text == text.Trim())
            return new(text, id, id);
        var isBeginning = text.Length >= Shortest && text.Length < First.Length
            && text.Index().All(at => First[at.Index] == '-' ? at.Item == '-' : char.IsAsciiHexDigit(at.Item));
        return isBeginning
            ? new(text, Guid.Parse(text + First[text.Length..]), Guid.Parse(text + Last[text.Length..]))
            : throw new InvalidInputException(
                "id", text,
                $"'{text}' is not an id: write one such as 01993b6c-7a52-7c1e-9d3f-2f6f3a1b0c4d, or at least its first 8 characters");
    }

    /// <summary>The id that was meant; null if none begins so. One that was written in full is not looked up.</summary>
    /// <param name="plural">What the ids name, such as runs.</param>
    /// <param name="find">Finds the first ids of this range, at most <see cref="Most"/>, in their order.</param>
    /// <exception cref="InvalidInputException">Several begin so.</exception>
    public async Task<Guid?> Find(string plural, Func<IdRange, Task<IReadOnlyList<Guid>>> find)
    {
        if (From == To)
            return From;
        return await find(this) switch
        {
            [] => null,
            [var only] => only,
            var several => throw new InvalidInputException(
                "id", Text, $"the ids of several {plural} begin with {Text}: write more of it", [.. several.Select(id => $"{id}")]),
        };
    }

    /// <summary>What the caller wrote, as an answer repeats it.</summary>
    public override string ToString() => From == To ? $"{From}" : Text;
}
