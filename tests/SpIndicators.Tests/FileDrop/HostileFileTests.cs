using System.Text;
using SpIndicators.Core.Operations;

namespace SpIndicators.Tests.FileDrop;

/// <summary>Whatever is dropped: an answer in a sentence that helps, within bounds of memory and time.</summary>
public sealed class HostileFileTests : IDisposable
{
    private const string Header = "country,branch,sex,year,rate\n";
    private readonly DroppedFile dropped = new();

    public static TheoryData<string, byte[], string> Files => new()
    {
        { "figures.csv", [], "empty (0 bytes)" },
        { "figures.csv", "\n\n \n"u8.ToArray(), "no rows" },
        { "figures.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Header)], "UTF-16" },
        { "figures.csv", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Header)], "CSV UTF-8" },
        { "figures.csv", Encoding.Unicode.GetBytes(Header), "zero bytes" },
        { "figures.csv", [.. Encoding.UTF8.GetBytes(Header), .. Encoding.Latin1.GetBytes("Côte d'Ivoire,OLDAGE,_T,2020,1")], "Line 2 has letters that are not UTF-8" },
        { "figures.csv", Encoding.UTF8.GetBytes(Header + "\"KEN\"x,OLDAGE,_T,2020,1\n"), "Line 2 has a quotation mark" },
        { "figures.csv", Encoding.UTF8.GetBytes(new string(',', 300) + "x\n"), "Row 1 has more than 200 columns" },
        { "figures.csv", Workbook.Of("S", ["country"]), "called .csv and is a workbook" },
        { "figures.xlsx", Encoding.UTF8.GetBytes(Header), "no Excel workbook" },
        { "figures.xlsx", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3, 4], "damaged" },
        { "figures.xlsx", Workbook.Zip([("hello.txt", "no workbook at all")]), "no sheets" },
        { "figures.xlsx", Workbook.OfXml("<row r=\"x\"><c/></row>"), "damaged" },
        { "figures.xlsx", Workbook.OfXml("<row><c t=\"s\"><v>7</v></c></row>"), "damaged" },
        { "figures.xlsx", Workbook.OfXml("<row><c r=\"XFD1\"><v>7</v></c></row>"), "more than 200 columns" },
        { "figures.xls", [0xD0, 0xCF, 0x11, 0xE0, 0, 0], "old kind" },
        { "figures.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0, 0], "password" },
        { "figures.pdf", "%PDF-1.7"u8.ToArray(), "end in .csv, .tsv, .txt or .xlsx" },
    };

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public async Task File_ThatCannotBeRead_IsRefusedWithAReasonAndAdvice(string name, byte[] bytes, string reason) =>
        Assert.Contains(reason, await dropped.Refused(bytes, name), StringComparison.Ordinal);

    [Fact]
    public async Task File_TenTimesTooLarge_IsRefusedBeforeItIsAllRead()
    {
        using var endless = new Repeated("KEN,OLDAGE,_T,2020,1\n"u8.ToArray(), 10 * IFileDrop.MaxBytes);

        var refused = await Assert.ThrowsAsync<DropException>(() => dropped.Drop.Preview(endless, "figures.csv", DroppedFile.Mapping, TestContext.Current.CancellationToken));

        Assert.Contains("larger than 20 MB", refused.Message, StringComparison.Ordinal);
        Assert.InRange(endless.Position, IFileDrop.MaxBytes, IFileDrop.MaxBytes + 1_000_000);
    }

    [Fact]
    public async Task Workbook_ThatUnpacksToHundredsOfMegabytes_IsRefused()
    {
        var bomb = Workbook.Zip(Workbook.Parts([("S", new string(' ', 150 * 1024 * 1024))], []));

        Assert.InRange(bomb.Length, 1, 5_000_000);
        Assert.Contains("larger than 100 MB", await dropped.Refused(bomb, "figures.xlsx"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workbook_WithAnExternalEntity_ReadsNoOtherFile()
    {
        var parts = Workbook.Parts([("S", "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row><c t=\"str\"><v>&x;</v></c></row></sheetData></worksheet>")], []);

        Assert.Contains("damaged", await dropped.Refused(Workbook.Zip(parts), "figures.xlsx"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_WithMoreRowsThanAllowed_IsRefused()
    {
        var csv = Header + string.Concat(Enumerable.Repeat("KEN,OLDAGE,_T,2020,1\n", 200_001));

        Assert.Contains("more than 200,000 rows", await dropped.Refused(Encoding.UTF8.GetBytes(csv), "figures.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Formula_WithoutAKeptValue_IsNoFigure_AndNothingIsComputed()
    {
        var bytes = Workbook.Of("S", ["country", "branch", "sex", "year", "rate"], ["KEN", "OLDAGE", "_T", 2021, "<c><f>WEBSERVICE(\"http://example.org\")</f></c>"]);

        var seen = await dropped.Preview(bytes, "figures.xlsx");

        Assert.Equal((0, 1), (seen.Rows, seen.RowsWithoutValue));
    }

    [Fact]
    public async Task ErrorCells_OfAWorkbook_AreNotNumbers()
    {
        var bytes = Workbook.Of("S", ["country", "branch", "sex", "year", "rate"], ["KEN", "OLDAGE", "_T", 2021, "<c t=\"e\"><v>#REF!</v></c>"], ["KEN", "OLDAGE", "_T", 2022, "=cmd|' /C calc'!A0"]);

        Assert.Equal(["#REF!", "=cmd|' /C calc'!A0"], (await dropped.Preview(bytes, "figures.xlsx")).Faults.Select(f => f.Value));
    }

    [Theory]
    [InlineData("Elsewhere", 1, "no sheet of cells named 'Elsewhere'; it has 'S'")]
    [InlineData("S", 9, "Row 9 is to have the names of the columns")]
    public async Task Choice_OfASheetOrRowThatIsNotThere_SaysWhatThereIs(string sheet, int headerRow, string reason) =>
        Assert.Contains(reason, await dropped.Refused(Workbook.Of("S", ["country"], ["KEN"]), "figures.xlsx", DroppedFile.Mapping with { Sheet = sheet, HeaderRow = headerRow }), StringComparison.Ordinal);

    public void Dispose() => dropped.Dispose();

    /// <summary>The same bytes over and over, without anybody's memory holding them.</summary>
    private sealed class Repeated(byte[] line, long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var n = (int)Math.Min(count, length - Position);
            for (var i = 0; i < n; i++)
            {
                buffer[offset + i] = line[(Position + i) % line.Length];
            }

            Position += n;
            return n;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
