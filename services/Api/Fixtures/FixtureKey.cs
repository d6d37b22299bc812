namespace Soccer.Api.Fixtures;

/// <summary>
/// Which forecast of a match is told, with everything else that its answer is made of: two answers of equal keys are the same bytes. Forecasts, and the prices of a dataset version, never change once
/// they are written; so model, feature-set version and odds version stand for all of them.
/// </summary>
/// <param name="MatchId">The match.</param>
/// <param name="KickOff">UK time, where the dataset of the newest run knows it; the day is sealed with the forecast.</param>
/// <param name="Home">The home team, as it is written now.</param>
/// <param name="Away">The away team.</param>
/// <param name="ModelId">The model that forecast.</param>
/// <param name="FeatureSetVersion">In which the features came.</param>
/// <param name="OddsVersion">The dataset version in which the odds came.</param>
/// <param name="MadeAt">When it was sealed, UTC.</param>
/// <param name="IsChampion">Whether the model is champion now.</param>
public sealed record FixtureKey(
    long MatchId, TimeOnly? KickOff, string Home, string Away, string ModelId, int FeatureSetVersion, int OddsVersion, DateTime MadeAt, bool IsChampion);
