using System.Data.Common;
using Dapper;

namespace SpIndicators.Pipelines.Building;

/// <summary>
/// Small pieces of work are done side by side, each on few of DuckDB's threads: a query that waits for the last piece of
/// another thread does so by spinning, which took a sixth of a refresh's processor time when each had all of them.
/// </summary>
internal static class SideBySide
{
    /// <summary>How many snapshots are read, models made and checks run at the same time.</summary>
    public static int Most { get; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>Gives each of so many queries its share of the processors. Holds for the whole database, until it is given anew.</summary>
    public static void Share(DbConnection connection, int queries) =>
        connection.Execute($"set threads = {Math.Max(1, Environment.ProcessorCount / Math.Clamp(queries, 1, Most))}");
}
