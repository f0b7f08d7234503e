namespace SpIndicators.Operations;

/// <summary>The operational store could not be opened, read or written; the message says what and why, for people.</summary>
public sealed class OperationsException : Exception
{
    public OperationsException(string message)
        : base(message)
    {
    }

    public OperationsException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
