namespace SpIndicators.Pipelines.Snapshots;

/// <summary>A snapshot is not what its card says; nothing is built from it and nothing published changes.</summary>
public sealed class SnapshotException : Exception
{
    public SnapshotException(string message)
        : base(message)
    {
    }

    public SnapshotException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
