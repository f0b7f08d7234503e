using System.Security.Cryptography;
using SpIndicators.Core.Operations;
using SpIndicators.Pipelines.Fetching.Landing;
using SpIndicators.Pipelines.Snapshots;

namespace SpIndicators.Pipelines.FileDrop;

/// <summary>Looks at files of national figures and lands them as snapshots; the file as it was brought is kept under <c>uploads</c>.</summary>
public sealed class NationalFileDrop(FlowModels flow, WarehouseHome home, TimeProvider time) : IFileDrop
{
    private const int Shown = 100;
    private const int FirstRows = 20;
    private readonly SourceCard source = flow.Sources[IFileDrop.SourceId];

    public async Task<DropPreview> Preview(Stream bytes, string name, DropMapping mapping, CancellationToken cancellation)
    {
        var file = await DropFile.Bytes(bytes, cancellation);
        return await Task.Run(
            () =>
            {
                var sheet = DropFile.Read(file, name, mapping, cancellation);
                var read = DropReading.Of(sheet, mapping, KnownWords.Of(home, mapping), cancellation);
                return new DropPreview(
                    sheet.Sheets, read.Columns, [.. read.Rows.Take(FirstRows)], read.Rows.Count, read.RowsWithoutValue,
                    [.. read.Faults.Take(Shown)], read.Faults.Count, [.. read.Warnings.Take(Shown)], read.Warnings.Count, [.. read.UnknownWords.Take(Shown)]);
            },
            cancellation);
    }

    public async Task<string?> Land(Stream bytes, string name, DropMapping mapping, DropOrigin origin, string who, CancellationToken cancellation)
    {
        var told = Checked(origin);
        var file = await DropFile.Bytes(bytes, cancellation);
        var rows = await Task.Run(() => Read(file, name, mapping, cancellation), cancellation);
        using var only = UploadFolder.Lock(home);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(file));
        UploadFolder.Keep(home, sha256, file);

        var newest = new SnapshotStore(home.Snapshots, flow.Sources).Of(source.SourceId) is [.., var last] ? last : null;
        var (vintage, kept) = NationalVintage.Of(source, newest, rows, told);
        LandingFolder.RemoveLeftovers(home);
        using var folder = LandingFolder.Open(home);
        var card = NationalVintage.Card(source, vintage, $"Uploaded by {who}: '{name}', sha256 {sha256}, {rows.Count} rows of {told.Producer}; {kept} rows of others are kept from {newest?.Vintage ?? "no vintage before"}.", time.GetUtcNow());
        return (await new SnapshotLanding(home, time).Land(vintage, card, newest, folder, cancellation))?.Vintage;
    }

    private List<DropRow> Read(byte[] file, string name, DropMapping mapping, CancellationToken cancellation)
    {
        var read = DropReading.Of(DropFile.Read(file, name, mapping, cancellation), mapping, KnownWords.Of(home, mapping), cancellation);
        return read switch
        {
            { Faults: [var first, ..] } => throw new DropException($"{first}{(read.Faults.Count > 1 ? $" And {read.Faults.Count - 1} more." : "")} Nothing was uploaded."),
            { Rows: [] } => throw new DropException("No row has a value: there is nothing to upload."),
            _ => read.Rows,
        };
    }

    private static DropOrigin Checked(DropOrigin origin)
    {
        var told = new DropOrigin(origin.Producer.Trim(), origin.Citation.Trim(), origin.Licence.Trim());
        foreach (var (what, text) in new[] { ("producer", told.Producer), ("citation", told.Citation), ("licence", told.Licence) })
        {
            if (text.Length is 0 or > DropLimits.Letters)
            {
                throw new DropException(text.Length == 0 ? $"The {what} is not told." : $"The {what} has {text.Length} letters; it may have {DropLimits.Letters}.");
            }
        }

        return told;
    }
}
