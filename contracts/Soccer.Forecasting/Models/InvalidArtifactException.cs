namespace Soccer.Forecasting.Models;

/// <summary>A model artifact can't be what a training wrote: not the bytes of its id, another format, or parts that don't fit together.</summary>
public sealed class InvalidArtifactException(string message, Exception? cause = null) : Exception(message, cause)
{
    internal static void ThrowUnless(bool holds, string message)
    {
        if (!holds)
            throw new InvalidArtifactException(message);
    }
}
