using System.ComponentModel.DataAnnotations;

namespace Soccer.Api.Access;

/// <summary>
/// Who is let in. Read from the section Access; the key of the operator comes from the environment or a file, never from the repository.
/// </summary>
public sealed class AccessOptions
{
    /// <summary>
    /// The operator's own key, which has every scope and makes the others: at least 24 characters. Without it no key can be made or
    /// revoked.
    /// </summary>
    [MinLength(24)]
    public string? AdminKey { get; init; }

    /// <summary>
    /// Seconds after which keys are read from the database again: a key that was revoked opens nothing after them. Default 2.
    /// </summary>
    [Range(0, 60)]
    public double KeysForSeconds { get; init; } = 2;

    /// <summary>
    /// Minutes that keys which were read are good for while the database is away, so that the broker can take commands. Default 5.
    /// </summary>
    [Range(0, 1440)]
    public double KeysWithoutDatabaseMinutes { get; init; } = 5;

    /// <summary>
    /// Requests a second of a key that was given no rate, and of all callers without a key at one address. Default 50: a person or a page
    /// needs a
    /// few, a service asks for more.
    /// </summary>
    [Range(0.1, 100_000)]
    public double PerSecond { get; init; } = 50;

    /// <summary>Requests a second of the operator's key. Default 1000.</summary>
    [Range(0.1, 100_000)]
    public double AdminPerSecond { get; init; } = 1000;
}
