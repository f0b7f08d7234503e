using System.Text;
using SpIndicators.Core.Operations;
using SpIndicators.Pipelines;
using SpIndicators.Pipelines.FileDrop;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Tests.Pipelines;

namespace SpIndicators.Tests.FileDrop;

/// <summary>A home into which files of national figures are dropped.</summary>
internal sealed class DroppedFile : IDisposable
{
    private readonly TemporaryHome home;

    public DroppedFile(TemporaryHome? home = null)
    {
        this.home = home ?? TemporaryHome.Empty();
        Drop = new NationalFileDrop(FlowModels.Embedded, Home, TimeProvider.System);
    }

    public static DropOrigin Bureau { get; } = new("Kenya National Bureau of Statistics", "Economic Survey 2022", "CC BY 4.0");

    /// <summary>Columns with the names a person gives them.</summary>
    public static DropMapping Mapping { get; } = new()
    {
        Area = new("country", null),
        Contingency = new("branch", null),
        Sex = new("sex", null),
        Year = new("year", null),
        Value = new("rate", null),
    };

    public WarehouseHome Home => home.Home;

    public IFileDrop Drop { get; }

    public IReadOnlyList<Snapshot> Landed => new SnapshotStore(Home.Snapshots, FlowModels.Embedded.Sources).Of(IFileDrop.SourceId);

    public Task<DropPreview> Preview(string csv, DropMapping? mapping = null) => Preview(Encoding.UTF8.GetBytes(csv), "figures.csv", mapping);

    public Task<DropPreview> Preview(byte[] bytes, string name, DropMapping? mapping = null) =>
        Drop.Preview(new MemoryStream(bytes), name, mapping ?? Mapping, TestContext.Current.CancellationToken);

    public Task<string?> Land(string csv, DropOrigin? origin = null, DropMapping? mapping = null) =>
        Land(Encoding.UTF8.GetBytes(csv), "figures.csv", origin, mapping);

    public Task<string?> Land(byte[] bytes, string name, DropOrigin? origin = null, DropMapping? mapping = null) =>
        Drop.Land(new MemoryStream(bytes), name, mapping ?? Mapping, origin ?? Bureau, "amina", TestContext.Current.CancellationToken);

    /// <summary>Lines of the newest snapshot, without its header.</summary>
    public IReadOnlyList<string> Lines()
    {
        using var text = new StreamReader(new System.IO.Compression.GZipStream(File.OpenRead(Landed[^1].FilePath), System.IO.Compression.CompressionMode.Decompress));
        return [.. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];
    }

    public async Task<string> Refused(byte[] bytes, string name, DropMapping? mapping = null) =>
        (await Assert.ThrowsAsync<DropException>(() => Preview(bytes, name, mapping))).Message;

    public void Dispose() => home.Dispose();
}
