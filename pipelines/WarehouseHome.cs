using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Pipelines;

/// <summary>The folder given by <c>--home</c>: what is read (snapshots, code lists) and what is made (the warehouse).</summary>
public sealed record WarehouseHome(string Path)
{
    public string Snapshots => System.IO.Path.Combine(Path, "snapshots");

    public string Reference => System.IO.Path.Combine(Path, "reference");

    public WarehouseFolder Warehouse => new(System.IO.Path.Combine(Path, "warehouse"));
}
