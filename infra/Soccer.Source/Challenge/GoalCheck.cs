using System.Globalization;

namespace Soccer.Source.Challenge;

/// <summary>Whether what stands in a file's columns of goals can be goals.</summary>
static class GoalCheck
{
    /// <summary>Matches from which on a mean says something.</summary>
    const int Fewest = 30;

    /// <summary>Goals of both teams a match: 2.7 in professional football, up to 5 among amateurs and children. Shots are 20 and more.</summary>
    const double Least = 0.5, Most = 8;

    /// <exception cref="PlainFileException">The mean is impossible.</exception>
    public static void Of(PlainFile file, PlainColumns columns)
    {
        var totals = file.Matches.Where(match => match.Goals is not null).Select(match => match.Goals!.Value.Home + match.Goals.Value.Away).ToList();
        if (totals.Count < Fewest || totals.Average() is >= Least and <= Most) return;
        var where = columns.GoalsMayBeShots ? " in the columns HS and AS; are these shots? Add columns HG and AG with the goals" : "; are the goals in other columns? Name them HG and AG";
        throw new PlainFileException(string.Create(CultureInfo.InvariantCulture, $"{file.Name}: {totals.Average():0.0} goals a match{where}"));
    }
}
