namespace Soccer.Train.XGBoost;

/// <summary>The native library is missing, or refused a call; the message is its own.</summary>
public sealed class XGBoostException(string message, Exception? cause = null) : Exception(message, cause);
