namespace Soccer.Contracts.Predict.V1;

/// <summary>Event: every coming fixture has a forecast by the champion.</summary>
/// <param name="Run">The run.</param>
/// <param name="ModelId">The champion that forecast; none where there is no champion, and then there are no forecasts.</param>
/// <param name="DatasetVersion">The dataset version of fixtures and odds.</param>
/// <param name="FeatureSetVersion">The feature-set version.</param>
/// <param name="Fixtures">Fixtures to come by the run's clock, as far ahead as the source lists any.</param>
/// <param name="Forecasts">Forecasts that stand for them.</param>
/// <param name="NewForecasts">Of these, how many were not there before.</param>
/// <param name="Reasons">Why there are none, or fewer than fixtures.</param>
/// <param name="Step">How it ran.</param>
public sealed record PredictionsRefreshed(
    Run Run, string? ModelId, int DatasetVersion, int FeatureSetVersion, int Fixtures, int Forecasts, int NewForecasts, string[] Reasons, StepTime Step);
