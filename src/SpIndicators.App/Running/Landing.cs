using SpIndicators.DuckDb;
using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.App.Running;

/// <summary>
/// Builds with snapshots that have just come. When they do not pass, they are set aside; when there are several, each is tried
/// by itself, so that one bad release keeps no other from being published. Meanwhile the others stay where they are, so that
/// whatever cuts a run off loses none of them.
/// </summary>
/// <param name="build">Builds without the snapshots of the sha256 it is given.</param>
internal sealed class Landing(SetAside aside, Func<IReadOnlySet<string>, RefreshResult> build)
{
    /// <summary>What was not fit, with a sentence each.</summary>
    public List<(string SourceId, string Reason)> Refused { get; } = [];

    /// <returns>Null when nothing could be built of what came; what was published stays.</returns>
    public RefreshResult? Build(IReadOnlyList<Snapshot> landed)
    {
        try
        {
            return build(new HashSet<string>());
        }
        catch (Exception fault) when (IsOfTheData(fault) && landed.Count == 1)
        {
            Refuse(landed[0], fault);
            return null;
        }
        catch (Exception fault) when (IsOfTheData(fault) && landed.Count > 1)
        {
            return OneByOne(landed);
        }
    }

    private RefreshResult? OneByOne(IReadOnlyList<Snapshot> landed)
    {
        RefreshResult? last = null;
        for (var tried = 1; tried <= landed.Count; tried++)
        {
            try
            {
                last = build(landed.Skip(tried).Select(snapshot => snapshot.Sha256).ToHashSet(StringComparer.Ordinal));
            }
            catch (Exception fault) when (IsOfTheData(fault))
            {
                Refuse(landed[tried - 1], fault);
            }
            catch (Exception end) when (last is not null)
            {
                // What was published by then stays and is told; the others wait for the next run.
                Refused.AddRange(landed.Skip(tried - 1).Select(snapshot => (snapshot.SourceId, $"{snapshot.Label} could not be tried any more: {end.Message}")));
                break;
            }
        }

        return last;
    }

    private void Refuse(Snapshot snapshot, Exception fault)
    {
        aside.Move(snapshot, fault.Message);
        Refused.Add((snapshot.SourceId, $"{snapshot.Label} was set aside. {fault.Message}"));
    }

    /// <summary>A full disk, too little memory or another process that builds is nobody's release's fault.</summary>
    private static bool IsOfTheData(Exception fault) =>
        fault is SnapshotException or ModelException or CheckFailedException && !DuckDbProvider.IsOfTheMachine(fault);
}
