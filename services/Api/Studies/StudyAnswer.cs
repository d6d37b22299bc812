using Soccer.Tables.Train;

namespace Soccer.Api.Studies;

/// <summary>The newest studies.</summary>
/// <param name="Studies">The newest first.</param>
public sealed record StudyList(IReadOnlyList<StudyRow> Studies);

/// <summary>A study with its trials.</summary>
/// <param name="Study">The study.</param>
/// <param name="Trials">The last round first, and in a round the best first.</param>
public sealed record StudyAnswer(StudyRow Study, IReadOnlyList<TrialAnswer> Trials)
{
    /// <summary>The answer for rows.</summary>
    public static StudyAnswer Of(StudyRow study, IReadOnlyList<TrialRow> trials)
    {
        var configured = trials.Where(row => row.Trial == 1).ToDictionary(row => row.Round, row => row.LogLoss);
        return new(study, [.. trials.Select(row => new TrialAnswer(
            row, configured.TryGetValue(row.Round, out var loss) ? Math.Round(row.LogLoss - loss, 6) : null, (row.Trial, row.Round) == (study.Chosen, study.Round)))]);
    }
}

/// <summary>A set of parameters in a round.</summary>
/// <param name="Result">The parameters, and what came of them.</param>
/// <param name="Difference">Log loss minus that of the configured parameters on the same matches; below 0 is better. None while theirs is missing.</param>
/// <param name="Chosen">Whether the study chose it.</param>
public sealed record TrialAnswer(TrialRow Result, double? Difference, bool Chosen);
