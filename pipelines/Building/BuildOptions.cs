using SpIndicators.DuckDb;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Pipelines.Building;

/// <summary>How a warehouse that is being made is opened: by the builder, the checks and the publisher alike, for they share one database.</summary>
internal static class BuildOptions
{
    public static DuckDbOptions Of(WarehouseFolder folder, string file) => new()
    {
        DataSource = file,
        // What is being made is either finished and moved into its place, or deleted.
        WriteAheadLog = false,
        // Enough for the embedded data; DuckDB spills to disk beyond it.
        MemoryLimit = "400MB",
        TempDirectory = SpillIn(folder),
    };

    /// <summary>Where large sorts and unpacked files go; whoever holds the build lock may delete it.</summary>
    public static string SpillIn(WarehouseFolder folder) => Path.Combine(folder.Path, "spill");

    /// <summary>
    /// Set once on the open database. Checkpoints come when asked for, not in the middle of a model; and FSST, which DuckDB tries
    /// on every text column, costs a tenth of a build and makes no file of ours smaller.
    /// </summary>
    public const string Settings = "set global wal_autocheckpoint = '16GB'; set global disabled_compression_methods = 'fsst,dict_fsst'";
}
