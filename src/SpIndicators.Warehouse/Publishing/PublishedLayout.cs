using System.Data.Common;
using Dapper;

namespace SpIndicators.Warehouse.Publishing;

/// <summary>
/// Which relations and columns a published file has. A file of another layout, left by an earlier version of the program,
/// counts as not there: pages would fail on it half way. It is rebuilt like a first build.
/// </summary>
public static class PublishedLayout
{
    /// <summary>Raised whenever a relation that readers may use changes; a test holds the list of columns against it.</summary>
    public const int Version = 10;

    /// <summary>True for a file whose relations are those this program knows.</summary>
    public static bool IsReadable(DbConnection connection)
    {
        try
        {
            return connection.ExecuteScalar<int?>("select layout from meta.build") == Version;
        }
        catch (DbException)
        {
            return false;
        }
    }
}
