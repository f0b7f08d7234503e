namespace SpIndicators.Pipelines.Snapshots;

/// <summary>A snapshot is not what its card says; nothing is built from it and nothing published changes.</summary>
public sealed class SnapshotException : Exception
{
    public SnapshotException(string message)
        : base(message)
    {
    }

    /// <summary>The engine could not read the bytes: its reason, without its advice on how to read them carelessly.</summary>
    public static SnapshotException Unreadable(Snapshot snapshot, Exception failure)
    {
        var reason = failure.Message.Split('\n').TakeWhile(line =>
            !line.StartsWith("Possible ", StringComparison.Ordinal) && !line.StartsWith("The search space", StringComparison.Ordinal));
        return new SnapshotException($"{snapshot.Label}: {snapshot.FilePath} cannot be read. {string.Join('\n', reason).Trim()}", failure);
    }

    public SnapshotException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
