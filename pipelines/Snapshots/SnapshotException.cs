using SpIndicators.Warehouse.Models;

namespace SpIndicators.Pipelines.Snapshots;

/// <summary>A snapshot is not what its card says; nothing is built from it and nothing published changes.</summary>
public sealed class SnapshotException : Exception
{
    public SnapshotException(string message)
        : base(message)
    {
    }

    /// <summary>
    /// The engine could not read the bytes. What is wrong with them is looked up in the file and told in plain words; where
    /// nothing is wrong with it, a model's fault is the model's, and of anything else the engine's first sentence is told.
    /// </summary>
    public static Exception Unreadable(Snapshot snapshot, Exception failure) =>
        LineFault.FirstOf(snapshot) is { } fault
            ? new SnapshotException($"{snapshot.Label}: {snapshot.FilePath} cannot be read. {fault}", failure)
            : failure is ModelException
                ? failure
                : new SnapshotException($"{snapshot.Label}: {snapshot.FilePath} cannot be read. {failure.Message.Split('\n')[0].Trim()}", failure);

    public SnapshotException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
