namespace Soccer.Validate.Reading;

/// <summary>Notes on a file's rows that are not errors. Rows with the same note share one entry.</summary>
public sealed class Notes(string file)
{
    /// <summary>Different notes kept of a file; the others are counted together.</summary>
    const int Most = 20;

    readonly Dictionary<string, (int Line, int Rows)> notes = [];
    (int Line, int Rows) others;

    /// <summary>The notes, by their first line.</summary>
    public IReadOnlyList<FileNote> All =>
    [
        .. notes.OrderBy(note => note.Value.Line).Select(note => new FileNote(file, note.Value.Line, note.Key, note.Value.Rows)),
        .. others.Rows > 0 ? [new FileNote(file, others.Line, "left out for other reasons", others.Rows)] : (FileNote[])[],
    ];

    /// <summary>Says something of a line.</summary>
    public void Add(string text, int line)
    {
        if (notes.TryGetValue(text, out var known))
            notes[text] = known with { Rows = known.Rows + 1 };
        else if (notes.Count < Most)
            notes.Add(text, (line, 1));
        else
            others = (others.Rows == 0 ? line : others.Line, others.Rows + 1);
    }
}
