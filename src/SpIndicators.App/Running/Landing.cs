using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.App.Running;

/// <summary>
/// Builds with snapshots that have just come. When they do not pass, they are set aside; when there are several, each is tried
/// by itself, so that one bad release keeps no other from being published.
/// </summary>
internal sealed class Landing(SetAside aside, Func<RefreshResult> build)
{
    /// <summary>What was not fit, with a sentence each.</summary>
    public List<(string SourceId, string Reason)> Refused { get; } = [];

    /// <returns>Null when nothing could be built of what came; what was published stays.</returns>
    public RefreshResult? Build(IReadOnlyList<Snapshot> landed)
    {
        try
        {
            return build();
        }
        catch (Exception fault) when (IsOfTheData(fault) && landed.Count > 0)
        {
            if (landed.Count == 1)
            {
                Refuse(landed[0], fault);
                return null;
            }

            foreach (var snapshot in landed)
            {
                aside.Move(snapshot, reason: null);
            }
        }

        return OneByOne(landed);
    }

    private RefreshResult? OneByOne(IReadOnlyList<Snapshot> landed)
    {
        RefreshResult? last = null;
        var untried = new Queue<Snapshot>(landed);
        try
        {
            while (untried.TryDequeue(out var snapshot))
            {
                aside.Return(snapshot);
                try
                {
                    last = build();
                }
                catch (Exception fault) when (IsOfTheData(fault))
                {
                    Refuse(snapshot, fault);
                }
            }

            return last;
        }
        finally
        {
            // A stop or a full disk in the middle: nobody found fault with these.
            foreach (var snapshot in untried)
            {
                aside.Return(snapshot);
            }
        }
    }

    private void Refuse(Snapshot snapshot, Exception fault)
    {
        aside.Move(snapshot, fault.Message);
        Refused.Add((snapshot.SourceId, $"{snapshot.Label} was set aside. {fault.Message}"));
    }

    /// <summary>A full disk or another process that builds is nobody's release's fault.</summary>
    private static bool IsOfTheData(Exception fault) => fault is SnapshotException or ModelException or CheckFailedException;
}
