using Dapper;
using SpIndicators.Core.Provenance;
using SpIndicators.DuckDb;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Tests.Fixtures;

/// <summary>
/// A published warehouse of a handful of rows, in a folder of its own that goes with it. Its figures are those of the
/// issue (Germany, Uruguay, World) and some made for the purpose, with markup in a name to see that it is escaped.
/// </summary>
public sealed class SmallWarehouse : IDisposable
{
    public const string FirstVintage = "2026-01-01";
    public const string SecondVintage = "2026-02-01";

    public WarehouseFolder Folder { get; } = new(Directory.CreateTempSubdirectory("spi-dashboards-").FullName);

    public static SmallWarehouse Published()
    {
        var warehouse = new SmallWarehouse();
        warehouse.Publish(FirstVintage);
        return warehouse;
    }

    /// <param name="more">Further statements, for what a test needs besides.</param>
    public void Publish(string vintage, string more = "")
    {
        var file = Path.Combine(Folder.Path, $"{Guid.NewGuid():N}.building");
        using (var connection = DuckDbProvider.Open(new DuckDbOptions { DataSource = file }))
        {
            connection.Execute(SmallWarehouseSql.Text + more);
            connection.Execute("update meta.build set vintage = $vintage, layout = $layout", new { vintage, layout = PublishedLayout.Version });
            connection.Execute("checkpoint", commandType: System.Data.CommandType.Text);
        }

        Folder.Publish(file, Vintage(vintage));
    }

    public static PublishedVintage Vintage(string text) =>
        PublishedVintage.TryParse(text, out var vintage) ? vintage : throw new ArgumentException($"'{text}' is no vintage.", nameof(text));

    public void Dispose() => Directory.Delete(Folder.Path, recursive: true);
}
