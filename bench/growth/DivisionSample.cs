using Soccer.Csv;

namespace Soccer.Bench;

/// <summary>A division of a mirror.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Layout">What its files are like.</param>
/// <param name="Rows">About how many matches they have.</param>
sealed record SampledDivision(string Code, SourceLayout Layout, int Rows);

/// <summary>
/// Some of a mirror's divisions, whole, with about as many matches as asked for. A sample by days would have other columns than the whole:
/// old seasons have few odds and new ones many, so that a stage would seem to grow by the publisher's habits.
/// </summary>
static class DivisionSample
{
    /// <summary>
    /// Divisions spread evenly over the alphabet, the same share of either layout: files of seasons have odds and statistics, those of
    /// countries few.
    /// </summary>
    /// <param name="divisions">All there are.</param>
    /// <param name="asked">Matches asked for.</param>
    /// <returns>Codes, in alphabetical order; all of them where no fewer are asked for.</returns>
    public static string[] Of(IReadOnlyList<SampledDivision> divisions, int asked)
    {
        var share = (double)asked / divisions.Sum(division => division.Rows);
        return [.. divisions.GroupBy(division => division.Layout).SelectMany(layout => Of(layout, share)).Order(StringComparer.Ordinal)];
    }

    /// <summary>A mirror's divisions, with the lines of their files that are neither headers nor blank.</summary>
    public static SampledDivision[] In(string folder) =>
    [
        .. History.FilesOf(folder).GroupBy(file => (file.Code, file.Layout)).Select(division => new SampledDivision(
            division.Key.Code, division.Key.Layout, division.Sum(file => Rows(Path.Combine(folder, file.Path))))),
    ];

    // A blank row of a file is one of commas.
    static int Rows(string path) => File.ReadLines(path).Skip(1).Count(line => line.Length > 0 && line[0] != ',');

    static IEnumerable<string> Of(IEnumerable<SampledDivision> divisions, double share)
    {
        var (seen, taken) = (0, 0);
        foreach (var division in divisions.OrderBy(division => division.Code, StringComparer.Ordinal))
        {
            seen += division.Rows;
            if (taken + division.Rows / 2.0 > share * seen)
                continue;

            taken += division.Rows;
            yield return division.Code;
        }
    }
}
