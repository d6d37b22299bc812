using Soccer.Forecasting;
using Soccer.Tables.Validate;

namespace Soccer.Api.Fixtures;

/// <summary>A division, and what is known of it.</summary>
/// <param name="Code">The source's code, such as E0.</param>
/// <param name="Country">The country, in English; teams are known by name within it.</param>
/// <param name="Level">1 is the country's top division.</param>
/// <param name="Name">What people call it.</param>
/// <param name="IsMain">True for the 22 divisions with a file a season, statistics and opening odds.</param>
/// <param name="League">Its country and name, as fixtures show it.</param>
/// <param name="Matches">Matches with a result in the newest dataset.</param>
/// <param name="NewestMatch">The newest day with a result; null if there is none.</param>
/// <param name="Coming">Matches without a result after the day through which the newest forecasts know results.</param>
public sealed record DivisionAnswer(
    string Code, string Country, int Level, string Name, bool IsMain, string League, int Matches, DateOnly? NewestMatch, int Coming)
{
    /// <summary>The answer for a division; null if the dataset has no match of it.</summary>
    public static DivisionAnswer Of(Division division, DivisionRow? row) => new(
        division.Code, division.Country, division.Level, division.Name, division.IsMain, $"{division.Country} {division.Name}",
        row?.Matches ?? 0, row?.NewestMatch, row?.Coming ?? 0);
}
