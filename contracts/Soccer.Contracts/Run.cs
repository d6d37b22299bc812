namespace Soccer.Contracts;

/// <summary>The run that a message belongs to. It travels unchanged in every event from the command that started it.</summary>
/// <param name="Id">The run's id, given by whoever asked for it.</param>
/// <param name="AsOf">The run's clock: the end of this day, Europe/London. Results up to it are known; coming fixtures are those after it.</param>
/// <param name="Reason">Why it was asked for, in words.</param>
/// <param name="Requester">Who asked: a person, the schedule, a stage.</param>
/// <param name="Training">Whether the run trains a model.</param>
/// <param name="Force">Compute every step again although its result is stored, and fail where the result differs.</param>
/// <param name="Trials">Sets of parameters to try before the training; 0 trains with the configured ones.</param>
public sealed record Run(
    Guid Id, DateOnly AsOf, string Reason, string Requester, Training Training = Training.Auto, bool Force = false, int Trials = 0);
