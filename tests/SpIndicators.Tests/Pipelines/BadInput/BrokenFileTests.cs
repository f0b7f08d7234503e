using System.IO.Compression;
using System.Text;
using SpIndicators.Pipelines.Snapshots;

namespace SpIndicators.Tests.Pipelines.BadInput;

/// <summary>Files that cannot be read as their cards say: a clear error, and what is published stays.</summary>
public sealed class BrokenFileTests : IDisposable
{
    private readonly SpoiledSnapshot spoiled = new();

    private string File => Path.Combine(spoiled.Home.Home.Snapshots, SpoiledSnapshot.Source, SpoiledSnapshot.Vintage, SpoiledSnapshot.Source + ".csv");

    [Fact]
    public void File_WithOneByteChanged_IsRefusedWithBothSums()
    {
        var bytes = System.IO.File.ReadAllBytes(File);
        bytes[^20] ^= 1;
        System.IO.File.WriteAllBytes(File, bytes);

        // A flipped bit alone does not make the inputs look new; editing the card, as a person would, does.
        TemporaryHome.EditCard(File, card => card["notes"] = "touched");
        spoiled.IsRefused<SnapshotException>("ilostat_sdg_0131 2022-04-17", "sha256", "its card says");
    }

    [Fact]
    public void File_LongerThanItsCardSays_IsRefusedWithBothSizes()
    {
        TemporaryHome.EditCard(File, card => card["bytes"] = 12);

        spoiled.IsRefused<SnapshotException>("has 313 bytes; its card says 12");
    }

    [Fact]
    public void File_ThatIsNotThere_IsRefusedByItsPath()
    {
        System.IO.File.Delete(File);
        TemporaryHome.EditCard(File, card => card["notes"] = "touched");

        spoiled.IsRefused<SnapshotException>(File, "is missing");
    }

    [Fact]
    public void Gzip_CutOff_IsRefusedThoughItsCardFitsTheBytesLeft()
    {
        Replace(Cut(Packed), Lines);

        spoiled.IsRefused<SnapshotException>("ilostat_sdg_0131 2022-04-17", ".gz");
    }

    /// <summary>
    /// The engine does not mind that a gzip file ends too early. Where the cut falls between two lines, nothing but the
    /// card's number of lines tells.
    /// </summary>
    [Fact]
    public void Gzip_CutOffBetweenTwoLines_IsRefusedAlsoWhenItsCardCountsTheLinesThatAreLeft()
    {
        Replace(HalfOf(Many), 10001);

        spoiled.IsRefused<SnapshotException>("was cut", "bytes unpack");
    }

    /// <summary>The last eight bytes of a gzip file are a sum and a length: without them no line is missing, but who knows.</summary>
    [Fact]
    public void Gzip_WithoutItsLastBytes_IsRefused()
    {
        Replace(Packed[..^6], Lines);

        spoiled.IsRefused<SnapshotException>("was cut");
    }

    [Fact]
    public void Text_NamedAsGzip_IsRefused()
    {
        Replace(Encoding.UTF8.GetBytes(Many), Lines);

        spoiled.IsRefused<SnapshotException>(".gz", "is not a whole gzip file");
    }

    [Fact]
    public void File_WithFewerLinesThanItsCardSays_IsRefusedWithBothNumbers()
    {
        TemporaryHome.EditCard(File, card => card["rows"] = 3);

        spoiled.IsRefused<SnapshotException>("2 lines could be read", "its card says 3");
    }

    [Fact]
    public void Column_ThatIsMissing_IsNamed() =>
        Refused(SpoiledSnapshot.Good.Replace(",obs_value,", ",value,", StringComparison.Ordinal), "the column 'obs_value' is missing", "classif1");

    [Fact]
    public void Column_ThatIsNew_IsNamed() =>
        Refused(SpoiledSnapshot.Good.Replace("note_source\n", "note_source,decimals\n", StringComparison.Ordinal).Replace(",,,,\n", ",,,,,1\n", StringComparison.Ordinal),
            "a new column 'decimals'", "ilostat_sdg_0131.source.json");

    [Fact]
    public void Header_ThatIsAllThereIs_IsNotPublished()
    {
        spoiled.Home.Add(SpoiledSnapshot.Source, SpoiledSnapshot.Vintage, SpoiledSnapshot.Header);

        spoiled.IsRefused<SpIndicators.Pipelines.CheckFailedException>("every_snapshot_has_observations", "ilostat_sdg_0131");
    }

    [Fact]
    public void File_WithNoBytes_IsRefused() => Refused("", "the column 'ref_area' is missing");

    [Theory]
    [InlineData("FRA,ILO,SDG\n", "Line 4 has 3 fields; the header has 11.")]
    [InlineData("FRA,ILO,SDG,SEX_T,SOC,2020,1,,,,,surplus\n", "Line 4 has 12 fields; the header has 11.")]
    [InlineData("FRA,\"ILO,SDG,SEX_T,SOC,2020,1,,,,\n", "Line 4 opens a quotation mark")]
    [InlineData("FRA,\"ILO\" Geneva,SDG,SEX_T,SOC,2020,1,,,,\n", "Line 4 opens a quotation mark")]
    public void Line_ThatIsBroken_IsRefusedByItsNumberAndInPlainWords(string line, string says) =>
        Refused(SpoiledSnapshot.Good + line + SpoiledSnapshot.Line("KEN", "1"), "ilostat_sdg_0131.csv cannot be read", says);

    /// <summary>Lines below are swallowed by the quote: it is the line that opens it that is wrong.</summary>
    [Fact]
    public void Quote_ThatIsNeverClosed_IsRefusedByTheLineThatOpensIt() => Refused(
        SpoiledSnapshot.Header + "FRA,\"ILO - ILO\n" + SpoiledSnapshot.Line("DEU", "99.5") + SpoiledSnapshot.Line("URY", "93.8"),
        "ilostat_sdg_0131.csv cannot be read", "Line 2 opens a quotation mark");

    [Fact]
    public void Quote_OverTwoLines_IsNoFault()
    {
        var result = spoiled.Publish(SpoiledSnapshot.Header + "DEU,\"ILO, \"\"old\"\"\nILO\",SDG,SEX_T,SOC_CONTIG_TOTAL,2020,1,,,,\n" + SpoiledSnapshot.Line("URY", "93.8"), lines: 2);

        Assert.Equal((2, 0), (result.Observations, result.Rejected));
    }

    [Fact]
    public void Line_ThatStartsLikeAComment_IsNotLeftOutInSilence()
    {
        var result = spoiled.Publish(SpoiledSnapshot.Good + SpoiledSnapshot.Line("#N/A", "50"));

        Assert.Equal((2, 1), (result.Observations, result.Rejected));
    }

    [Fact]
    public void File_WithWindowsLineEndsAndAByteOrderMark_IsReadTheSame()
    {
        var result = spoiled.Publish("\uFEFF" + SpoiledSnapshot.Good.Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Equal((2, 0), (result.Observations, result.Rejected));
        Assert.Equal([("DEU", 99.5), ("URY", 93.8)], spoiled.Query<(string, double)>("select ref_area, obs_value from clean.observation order by 1"));
    }

    /// <summary>Where the engine has long made up its mind about the file's layout.</summary>
    [Theory]
    [InlineData("FRA,ILO,SDG\n", "Line 20004 has 3 fields")]
    [InlineData("FRA,ILO,SDG,SEX_T,SOC,2020,1,,,,,surplus\n", "Line 20004 has 12 fields")]
    [InlineData("FRA,\"ILO,SDG,SEX_T,SOC,2020,1,,,,\n", "Line 20004 opens a quotation mark")]
    public void Line_BrokenFarDownTheFile_IsRefusedByItsNumber(string line, string says) =>
        Refused(Many + line, "ilostat_sdg_0131.csv cannot be read", says);

    [Fact]
    public void Line_BrokenInAGzipFile_IsRefusedByItsNumberToo()
    {
        Replace(TemporaryHome.Gzip(Many + "FRA,ILO\n"), Lines + 1);

        spoiled.IsRefused<SnapshotException>(".csv.gz cannot be read", "Line 20004 has 2 fields");
    }

    [Fact]
    public void Bytes_ThatAreNoUtf8_AreRefusedByTheirLine()
    {
        var text = Encoding.Latin1.GetBytes(SpoiledSnapshot.Good + SpoiledSnapshot.Line("CIV", "1").Replace("ILO - ILO", "Côte d'Ivoire", StringComparison.Ordinal));
        spoiled.Home.Add(SpoiledSnapshot.Source, SpoiledSnapshot.Vintage, text, 3, SpoiledSnapshot.Source + ".csv");

        spoiled.IsRefused<SnapshotException>("ilostat_sdg_0131.csv cannot be read", "Line 4 has characters that are not UTF-8");
    }

    public void Dispose() => spoiled.Dispose();

    private const int Lines = 20_002;

    /// <summary>Enough lines that the first buffers of whoever reads them do not hold the end.</summary>
    private static string Many { get; } = SpoiledSnapshot.Good + string.Concat(Enumerable.Range(0, Lines - 2)
        .Select(i => SpoiledSnapshot.Line("DEU", $"{i * 7919L % 100_003}").Replace("_TOTAL", $"_{i * 104_729L % 1_000_003}", StringComparison.Ordinal)));

    private static byte[] Packed { get; } = TemporaryHome.Gzip(Many);

    private static byte[] Cut(byte[] whole) => whole[..(whole.Length / 2)];

    /// <summary>The first half of the lines, packed, and none of the bytes that would end the file.</summary>
    private static byte[] HalfOf(string text)
    {
        var half = text.IndexOf('\n', text.Length / 2) + 1;
        var packed = new MemoryStream();
        using var gzip = new GZipStream(packed, CompressionLevel.Optimal);
        gzip.Write(Encoding.UTF8.GetBytes(text[..half]));
        gzip.Flush();
        return packed.ToArray();
    }

    private void Refused(string csv, params string[] says)
    {
        spoiled.Home.Add(SpoiledSnapshot.Source, SpoiledSnapshot.Vintage, csv);
        spoiled.IsRefused<SnapshotException>(says);
    }

    private void Replace(byte[] bytes, long rows)
    {
        System.IO.File.Delete(File);
        System.IO.File.Delete(File + ".snapshot.json");
        spoiled.Home.Add(SpoiledSnapshot.Source, SpoiledSnapshot.Vintage, bytes, rows, SpoiledSnapshot.Source + ".csv.gz");
    }
}
