using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SpIndicators.Pipelines;
using SpIndicators.Tests.Architecture;

namespace SpIndicators.Tests.Pipelines;

/// <summary>A home of its own: the clone's code lists by link, and whichever snapshots a test puts there.</summary>
internal sealed class TemporaryHome : IDisposable
{
    private static readonly string Data = Path.Combine(SourceTree.Root, "data");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("spindicators-home-");

    private TemporaryHome()
    {
        Home = new WarehouseHome(folder.FullName);
        Directory.CreateSymbolicLink(Home.Reference, Path.Combine(Data, "reference"));
    }

    public WarehouseHome Home { get; }

    /// <summary>A path for a file that is no part of the home.</summary>
    public string Aside(string name) => Path.Combine(folder.FullName, name);

    /// <summary>All snapshots of the clone.</summary>
    public static TemporaryHome OfTheClone()
    {
        var home = new TemporaryHome();
        Directory.CreateSymbolicLink(home.Home.Snapshots, Path.Combine(Data, "snapshots"));
        return home;
    }

    /// <summary>All vintages of some of the clone's sources.</summary>
    public static TemporaryHome OfSources(params string[] sources)
    {
        var home = Empty();
        foreach (var source in sources)
        {
            Directory.CreateSymbolicLink(Path.Combine(home.Home.Snapshots, source), Path.Combine(Data, "snapshots", source));
        }

        return home;
    }

    public static TemporaryHome Empty()
    {
        var home = new TemporaryHome();
        Directory.CreateDirectory(home.Home.Snapshots);
        return home;
    }

    /// <summary>Gives the home code lists of its own and returns the path of one, for a test to spoil.</summary>
    public string OwnReference(string list)
    {
        Directory.Delete(Home.Reference);
        Directory.CreateDirectory(Home.Reference);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Data, "reference"), "*.csv"))
        {
            File.Copy(file, Path.Combine(Home.Reference, Path.GetFileName(file)));
        }

        return Path.Combine(Home.Reference, $"{list}.csv");
    }

    /// <summary>Puts a snapshot there, whole and with a card that fits it. Returns the path of the bytes.</summary>
    public string Add(string sourceId, string vintage, string csv, string? fileName = null) =>
        Add(sourceId, vintage, Encoding.UTF8.GetBytes(csv), Lines(csv), fileName ?? $"{sourceId}.csv");

    /// <summary>Puts bytes there with a card that has their size and sha256, and says they have <paramref name="rows"/> rows.</summary>
    public string Add(string sourceId, string vintage, byte[] bytes, long rows, string fileName)
    {
        var place = Directory.CreateDirectory(Path.Combine(Home.Snapshots, sourceId, vintage)).FullName;
        var file = Path.Combine(place, fileName);
        File.WriteAllBytes(file, bytes);
        File.WriteAllText(file + ".snapshot.json", JsonSerializer.Serialize(new
        {
            source_id = sourceId,
            vintage,
            released_on = "2020-01-01",
            released_on_precision = "day",
            retrieved_at = "2026-01-02T03:04:05Z",
            file_name = fileName,
            bytes = bytes.Length,
            sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            rows,
            citation = "a citation",
            notes = "a note",
        }));
        return file;
    }

    /// <summary>Changes fields of the card beside a file, as a person with an editor could.</summary>
    public static void EditCard(string file, Action<JsonNode> edit)
    {
        var path = file + ".snapshot.json";
        var card = JsonNode.Parse(File.ReadAllText(path))!;
        edit(card);
        File.WriteAllText(path, card.ToJsonString());
    }

    public static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static long Lines(string csv) => csv.AsSpan().Count('\n') - 1;
}
