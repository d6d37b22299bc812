namespace Soccer.Train.LightGBM;

/// <summary>The native library is missing, refused a call, or wrote a model of another shape; the message is its own where it spoke.</summary>
public sealed class LightGBMException(string message, Exception? cause = null) : Exception(message, cause);
