using System.Globalization;

namespace Soccer.Source.Challenge;

/// <summary>Whether what stands in a file's columns of goals can be goals.</summary>
static class GoalCheck
{
    /// <summary>Matches from which on a mean says something.</summary>
    const int Fewest = 30;

    /// <summary>
    /// Goals of both teams a match: 2.7 in professional football, up to 5 among amateurs and children. Shots are 20 and more.
    /// </summary>
    const double Least = 0.5, Most = 8;

    /// <exception cref="PlainFileException">The mean is impossible.</exception>
    public static void Of(PlainFile file, PlainColumns columns)
    {
        var scores = file.Matches.Select(match => match.Goals).OfType<(int Home, int Away)>();
        var totals = scores.Select(score => score.Home + score.Away).ToList();
        if (totals.Count < Fewest || totals.Average() is >= Least and <= Most) return;
        var mean = string.Create(CultureInfo.InvariantCulture, $"{totals.Average():0.0}");
        throw new PlainFileException($"{file.Name}: {mean} goals a match" + (columns.GoalsMayBeShots
            ? " in the columns HS and AS; are these shots? Add columns HG and AG with the goals"
            : "; are the goals in other columns? Name them HG and AG"));
    }
}
