using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpIndicators.Benchmarks;

/// <summary>
/// Offline refresh against plain DuckDB, in turn, in one run: only the ratios are meant to be quoted, times move with
/// the machine. The first round warms the file cache and is not counted.
/// </summary>
internal static class RefreshBench
{
    /// <summary>
    /// Releases that change, one a run, from the source this tool is about to the largest: the last two hold 28 % and
    /// 44 % of all lines.
    /// </summary>
    private static readonly (string Source, string Vintage)[] Usual =
    [
        ("ilostat_sdg_0131", "2022-04-17"),
        ("unsd_sdg", "2020-10-19"),
        ("imf_weo", "2025-10"),
        ("un_wpp_population", "2024"),
        ("worldbank_wdi", "2026-07"),
    ];

    /// <summary>What the sources call their values; of a wide file, one of its columns.</summary>
    private static readonly string[] ValueColumns =
        ["obs_value", "value", "Value", "value_usd", "population", "debt_service", "usd_disbursement", "tax_inc_sc", "coverage_total"];

    /// <param name="args">How many rounds; <c>every</c> changes the newest release of each source in turn.</param>
    public static int Run(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
        var scratch = Directory.CreateTempSubdirectory("spi-bench-").FullName;
        try
        {
            var home = CopyOfData(scratch);
            var changes = args.Contains("every") ? Every(home) : Usual;
            // Of each changed release: what plain DuckDB needs to read it alone, which no refresh can do without.
            string[] kinds = ["plain", "full", .. changes.SelectMany(c => new[] { c.Source, $"{Child.PlainRelease}{c.Source}/{c.Vintage}" })];
            var measured = new List<Measurement>();
            for (var round = 0; round <= rounds; round++)
            {
                foreach (var kind in kinds)
                {
                    foreach (var change in changes.Where(c => c.Source == kind))
                    {
                        Change(home, change.Source, change.Vintage, round);
                    }

                    var measurement = Measure(kind, home, scratch);
                    if (round > 0)
                    {
                        measured.Add(measurement);
                    }
                }
            }

            Report(kinds, measured);
            ReportIndicators(measured);
            ReaderBench.Run(home);
            return 0;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static void Report(string[] kinds, List<Measurement> measured)
    {
        var plain = Median(measured, "plain", m => m.Seconds);
        Console.WriteLine("run                                      seconds (min-max)        rows/s   ratio to plain   peak MiB");
        foreach (var kind in kinds)
        {
            var runs = measured.Where(m => m.Kind == kind).ToList();
            var seconds = Median(measured, kind, m => m.Seconds);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{kind,-40} {seconds,6:0.00} ({runs.Min(m => m.Seconds):0.00}-{runs.Max(m => m.Seconds):0.00})     {runs[0].Rows / seconds,10:N0}   {seconds / plain,10:0.00}   {runs.Max(m => m.PeakMebibytes),12:0}"));
        }
    }

    private static void ReportIndicators(List<Measurement> measured) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"indicators stage of a full refresh: {Median(measured, "full", m => m.IndicatorsSeconds!.Value):0.00} s"));

    private static double Median(IEnumerable<Measurement> runs, string kind, Func<Measurement, double> of)
    {
        var sorted = runs.Where(m => m.Kind == kind).Select(of).Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static Measurement Measure(string kind, string home, string scratch)
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["child", kind, home, scratch]) { RedirectStandardOutput = true })!;
        var line = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0
            ? JsonSerializer.Deserialize<Measurement>(line)!
            : throw new InvalidOperationException($"The run '{kind}' failed with exit code {child.ExitCode}.");
    }

    private static string CopyOfData(string scratch)
    {
        var from = Path.Combine(RepositoryRoot(), "data");
        var home = Path.Combine(scratch, "data");
        foreach (var part in new[] { "snapshots", "reference" })
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(from, part), "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(home, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to);
            }
        }

        return home;
    }

    /// <summary>A new release of a source: the same lines, one value other than before, in a card that fits.</summary>
    private static void Change(string home, string source, string vintage, int round)
    {
        var file = FileOf(Path.Combine(home, "snapshots", source, vintage))!;
        var lines = Unzip(file).Split('\n');
        var header = lines[0].TrimEnd('\r').Split(',');
        var column = Array.FindIndex(header, ValueColumns.Contains);
        var at = Array.FindIndex(lines, 1, l => !l.Contains('"', StringComparison.Ordinal) && l.Split(',') is { } c && c.Length == header.Length && c[column].Length > 0);
        var cells = lines[at].Split(',');
        cells[column] = string.Create(CultureInfo.InvariantCulture, $"{50 - round}");
        lines[at] = string.Join(',', cells);
        var bytes = Zip(string.Join('\n', lines));
        File.WriteAllBytes(file, bytes);
        var cardPath = file + ".snapshot.json";
        var card = JsonNode.Parse(File.ReadAllText(cardPath))!;
        card["bytes"] = bytes.Length;
        card["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        File.WriteAllText(cardPath, card.ToJsonString());
    }

    private static (string Source, string Vintage)[] Every(string home) =>
    [
        .. from source in Directory.EnumerateDirectories(Path.Combine(home, "snapshots")).Order(StringComparer.Ordinal)
           let vintage = Directory.EnumerateDirectories(source).Where(v => FileOf(v) is not null).Order(StringComparer.Ordinal).LastOrDefault()
           where vintage is not null
           select (Path.GetFileName(source), Path.GetFileName(vintage)),
    ];

    /// <summary>Null for a release that is no packed CSV file.</summary>
    private static string? FileOf(string release) => Directory.EnumerateFiles(release, "*.csv.gz").FirstOrDefault();

    private static string Unzip(string file)
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        return text.ReadToEnd();
    }

    private static byte[] Zip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SpIndicators.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Run the bench from a checkout: its data folder is what is measured.");
    }
}
