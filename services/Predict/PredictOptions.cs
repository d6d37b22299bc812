using System.ComponentModel.DataAnnotations;

namespace Soccer.Predict;

/// <summary>What Predict forecasts. Read from the section Predict.</summary>
public sealed class PredictOptions
{
    /// <summary>
    /// Days after the day through which a run knows results whose fixtures are forecast. Default 365: the source decides how far ahead it
    /// lists any, a week or a competition's months; later seasons are nobody's.
    /// </summary>
    [Range(1, 3650)]
    public int Days { get; init; } = 365;

    /// <summary>Milliseconds for which requests for any two teams do not look for a newer champion or newer features. Default 100.</summary>
    [Range(0, 60_000)]
    public double FreshForMilliseconds { get; init; } = 100;

    /// <summary>
    /// Seconds for which the champion and the features before may still answer requests for any two teams, while newer ones are loaded. Default 10: loading takes some seconds beside
    /// a run. After that requests wait, and fail with what keeps the newer ones from being loaded. 0: they wait at once.
    /// </summary>
    [Range(0, 3600)]
    public double LoadSeconds { get; init; } = 10;

    /// <summary>
    /// Days that answers to requests are kept for. Default 7: whoever asks fetches the answer in seconds; a week forgives a long weekend.
    /// Published for the Api in predict.answer_retention.
    /// </summary>
    [Range(1, 3650)]
    public int AnswerDays { get; init; } = 7;

    /// <summary>Models that are kept in memory to explain their forecasts. Default 4: a champion and those before it whose forecasts are still shown; each is some megabytes.</summary>
    [Range(1, 100)]
    public int ExplainableModels { get; init; } = 4;
}
