namespace Soccer.Contracts;

/// <summary>The run that a message belongs to. It travels unchanged in every event from the command that started it.</summary>
/// <param name="Id">The run's id, given by whoever asked for it.</param>
/// <param name="AsOf">The day through which results are known, in London.</param>
/// <param name="Reason">Why it was asked for, in words.</param>
/// <param name="Requester">Who asked: a person, the schedule, a stage.</param>
/// <param name="Training">Whether the run trains a model.</param>
/// <param name="Force">Compute every step again although its result is stored, and fail where the result differs.</param>
/// <param name="Trials">Sets of parameters to try before the training; 0 trains with the configured ones.</param>
/// <param name="ForecastFrom">The instant from which matches are to come and are forecast, UTC; null for the start of the day after
/// <paramref name="AsOf"/> in London.</param>
/// <param name="Live">Whether the source follows the real clock: then no match is forecast that has begun by the wall's clock
/// either.</param>
public sealed record Run(
    Guid Id, DateOnly AsOf, string Reason, string Requester, Training Training = Training.Auto, bool Force = false, int Trials = 0,
    DateTime? ForecastFrom = null, bool Live = false);
