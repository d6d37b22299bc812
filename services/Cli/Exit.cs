namespace Soccer.Cli;

/// <summary>What the process returns.</summary>
static class Exit
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>The run failed, was rejected, or did not end in time.</summary>
    public const int Failed = 1;

    /// <summary>The command line, or a value on it, is wrong.</summary>
    public const int Usage = 2;

    /// <summary>A service does not answer.</summary>
    public const int Away = 3;
}

/// <summary>Ends the command with a message on the error output.</summary>
sealed class ExitException(int code, string message) : Exception(message)
{
    public int Code { get; } = code;
}
