using System.ComponentModel;
using Soccer.Contracts;

namespace Soccer.Api.Runs;

/// <summary>A run to start. Every member may be left out, and so may the body.</summary>
/// <param name="AsOf">The run's clock: the end of this day, Europe/London. Today where it is left out.</param>
/// <param name="Reason">Why, in words; at most 500 characters.</param>
/// <param name="Training">auto, always or never.</param>
/// <param name="Force">Compute every step again although its result is stored.</param>
public sealed record RunRequest(
    [property: Description("The run's clock: the end of this day, Europe/London. Today where it is left out.")] DateOnly? AsOf = null,
    [property: Description("Why, in words; at most 500 characters.")] string? Reason = null,
    [property: Description("Whether to train: auto, always or never.")] Training Training = Training.Auto,
    [property: Description("Compute every step again although its result is stored.")] bool Force = false);
