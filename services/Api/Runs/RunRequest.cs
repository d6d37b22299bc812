using System.ComponentModel.DataAnnotations;
using Soccer.Contracts;

namespace Soccer.Api.Runs;

/// <summary>A run to start. Every member may be left out, or be null, and the body may be left out.</summary>
/// <param name="AsOf">
/// The day through which the run knows results, in London; one that has ended. It forecasts the matches after that day. Left out: a run as
/// of now, which knows results through yesterday and forecasts what
/// has not kicked off.
/// </param>
/// <param name="Reason">Why, in words; at most 500 characters.</param>
/// <param name="Training">Whether to train; auto where it is left out.</param>
/// <param name="Force">Compute every step again although its result is stored; false where it is left out.</param>
/// <param name="Trials">Sets of parameters to try before the training, up to 1000; 0, or left out, trains with the configured ones.</param>
public sealed record RunRequest(
    DateOnly? AsOf = null, [property: StringLength(RunRequest.MaxReason)] string? Reason = null, Training? Training = null, bool? Force = null,
    [property: Range(0, RunRequest.MaxTrials)] int? Trials = null)
{
    internal const int MaxReason = 500, MaxTrials = 1000;
}
