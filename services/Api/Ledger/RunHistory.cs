namespace Soccer.Api.Ledger;

/// <summary>A stage gave a message up.</summary>
/// <param name="Stage">The stage, as far as that can be told.</param>
/// <param name="Message">The type of the message that it could not work through.</param>
/// <param name="Reason">The exceptions' messages, or why the broker gave up.</param>
/// <param name="At">UTC.</param>
public sealed record RunFailure(string Stage, string Message, string Reason, DateTime At);

/// <summary>What the ledger has heard of a run. A set: order says nothing, and each kind of event counts once.</summary>
public sealed record RunHistory(IReadOnlyCollection<object> Events, IReadOnlyCollection<RunFailure> Failures)
{
    /// <summary>The event of a kind, or none.</summary>
    public T? Find<T>() where T : class => Events.OfType<T>().FirstOrDefault();

    /// <summary>Whether an event of a kind has come.</summary>
    public bool Has<T>() where T : class => Events.OfType<T>().Any();
}
