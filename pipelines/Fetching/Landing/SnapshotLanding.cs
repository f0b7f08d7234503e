using System.Globalization;
using System.Security.Cryptography;
using SpIndicators.Pipelines.Fetching.Rows;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Pipelines.Fetching.Landing;

/// <summary>Puts a snapshot among the others in one step: whoever looks sees all of it or nothing.</summary>
internal sealed class SnapshotLanding(WarehouseHome home, TimeProvider time)
{
    /// <summary>Writes the snapshot into the landing folder and moves it; null when the newest one has the same text.</summary>
    public async Task<Snapshot?> Land(SourceRows rows, LandedCard card, Snapshot? newest, LandingFolder landing, CancellationToken cancellation)
    {
        var source = rows.Source;
        var whole = Directory.CreateDirectory(Path.Combine(landing.Path, "whole")).FullName;
        var file = Path.Combine(whole, $"{source.SourceId}.csv.gz");
        var content = await SnapshotRows.Write(rows, file, cancellation);
        if (newest is not null && (newest.ContentSha256 ?? SnapshotRows.Sha256(newest)) == content)
        {
            return null;
        }

        Durable.Flush(file);
        var folder = Directory.CreateDirectory(Path.Combine(home.Snapshots, source.SourceId)).FullName;
        var today = time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        for (var nth = 1; ; nth++)
        {
            cancellation.ThrowIfCancellationRequested();
            // Two digits, so that names sort as they came.
            var vintage = nth == 1 ? today : $"{today}.{nth:00}";
            var place = Path.Combine(folder, vintage);
            if (Directory.Exists(place))
            {
                continue;
            }

            WriteCard(card with { Vintage = vintage, ContentSha256 = content, Rows = rows.Count }, file);
            try
            {
                Directory.Move(whole, place);
            }
            catch (IOException) when (Directory.Exists(place))
            {
                // Another process landed one meanwhile.
                continue;
            }

            Durable.FlushFolder(folder);
            return Snapshot.Read(Path.Combine(place, Path.GetFileName(file) + SnapshotStore.CardEnding));
        }
    }

    private static void WriteCard(LandedCard card, string file)
    {
        using (var bytes = File.OpenRead(file))
        {
            card = card with { FileName = Path.GetFileName(file), Bytes = bytes.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
        }

        var path = file + SnapshotStore.CardEnding;
        File.WriteAllText(path, card.ToJson());
        Durable.Flush(path);
    }
}
