namespace SpIndicators.Pipelines.Fetching;

/// <summary>What an agency gave is no release; the message says why, for people.</summary>
internal sealed class FetchException : Exception
{
    public FetchException(string message)
        : base(message)
    {
    }

    public FetchException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
