namespace Soccer.Source.World;

/// <summary>One defect that was put into a file.</summary>
/// <param name="Path">Inside the mirror.</param>
/// <param name="Line">From 1, the header; 0 where it is the whole file's.</param>
/// <param name="Kind">What it is: bom, windows-1252, lf, empty-header-cells, blank-row, long-row, short-row, zero-odds, hash-odds, partial-triple, absurd-overround, name-spaces.</param>
public sealed record Defect(string Path, int Line, string Kind);
