using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Pipelines;

/// <summary>The folder given by <c>--home</c>: what is read (snapshots, code lists) and what is made (the warehouse).</summary>
public sealed record WarehouseHome(string Path)
{
    /// <summary>The sha256 of snapshots that lie here and are no part of a build: they wait for a run of their own.</summary>
    public IReadOnlySet<string> LeftOut { get; init; } = new HashSet<string>();

    public string Snapshots => System.IO.Path.Combine(Path, "snapshots");

    public string Reference => System.IO.Path.Combine(Path, "reference");

    /// <summary>Where a fetch works until its snapshot is whole.</summary>
    public string Landing => System.IO.Path.Combine(Path, "landing");

    /// <summary>Snapshots that were fetched and are not to be built from, for people to look at.</summary>
    public string SetAside => System.IO.Path.Combine(Path, "set_aside");

    /// <summary>Files that staff brought, as they were.</summary>
    public string Uploads => System.IO.Path.Combine(Path, "uploads");

    public WarehouseFolder Warehouse => new(System.IO.Path.Combine(Path, "warehouse"));
}
