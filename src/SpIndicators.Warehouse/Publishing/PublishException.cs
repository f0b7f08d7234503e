namespace SpIndicators.Warehouse.Publishing;

/// <summary>A warehouse could not be published, opened or rolled back to; readers see what they saw before.</summary>
public sealed class PublishException : Exception
{
    public PublishException(string message)
        : base(message)
    {
    }

    /// <summary>Another process has the build lock: the same may work in a moment.</summary>
    public bool IsBusy { get; init; }

    public PublishException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
