using SpIndicators.Pipelines;
using SpIndicators.Tests.Pipelines;
using SpIndicators.Warehouse.Publishing;

[assembly: AssemblyFixture(typeof(BuiltWarehouse))]

namespace SpIndicators.Tests.Pipelines;

/// <summary>The embedded data, built and published once for all tests, by the first test that asks.</summary>
public sealed class BuiltWarehouse : IDisposable
{
    private readonly Lazy<Built> built = new(() => new Built());

    /// <summary>How the refresh ended.</summary>
    public RefreshResult Result => built.Value.Result;

    /// <summary>Where it was published: to be read and copied, never changed.</summary>
    public WarehouseFolder Folder => built.Value.Folder;

    /// <summary>A reader's session on the published file.</summary>
    public WarehouseSession Open() => built.Value.Warehouse.TryOpen() ?? throw new InvalidOperationException("Nothing was published.");

    /// <summary>Rows of a query on the published file, as readers open it.</summary>
    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null)
    {
        using var session = Open();
        return session.Query<T>(sql, parameters);
    }

    /// <summary>The one value of the one row of a query.</summary>
    public T One<T>(string sql, object? parameters = null) => Assert.Single(Query<T>(sql, parameters));

    public void Dispose()
    {
        if (built.IsValueCreated)
        {
            built.Value.Dispose();
        }
    }

    private sealed class Built : IDisposable
    {
        private readonly TemporaryHome home = TemporaryHome.OfTheClone();

        public Built()
        {
            Result = new Refresh(FlowModels.Embedded, home.Home, TimeProvider.System).Run(false, null, TestContext.Current.CancellationToken);
            Warehouse = new PublishedWarehouse(home.Home.Warehouse, TimeProvider.System);
        }

        public RefreshResult Result { get; }

        public WarehouseFolder Folder => home.Home.Warehouse;

        public PublishedWarehouse Warehouse { get; }

        public void Dispose()
        {
            Warehouse.Dispose();
            home.Dispose();
        }
    }
}
