using System.Buffers;
using System.Text;
using Dapper;
using SpIndicators.Dashboards.Exports.Data;
using SpIndicators.DuckDb;

namespace SpIndicators.Dashboards.Tests.Exports;

/// <summary>Cells that somebody chose to do harm, and numbers to the last digit.</summary>
public sealed class CsvFileTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://evil\";\"x\")", "\"'=HYPERLINK(\"\"http://evil\"\";\"\"x\"\")\"")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("Côte d’Ivoire, \"la\"", "\"Côte d’Ivoire, \"\"la\"\"\"")]
    [InlineData("one\r\ntwo", "\"one\r\ntwo\"")]
    [InlineData("مصر 🇪🇬", "مصر 🇪🇬")]
    [InlineData("", "")]
    public void Text_IsQuotedWhereItMustBe_AndNeverAFormula(string text, string written) =>
        Assert.Equal(written + ",x\r\n", Written(file =>
        {
            file.Cell(text);
            file.Cell("x");
            file.EndRow();
        }));

    [Theory]
    [InlineData(-0.1, "-0.1")]
    [InlineData(267.28646, "267.28646")]
    [InlineData(1e21, "1E+21")]
    [InlineData(0.30000000000000004, "0.30000000000000004")]
    public void Number_ReadsBackAsItself(double number, string written) => Assert.Equal(written + "\r\n", Written(file =>
    {
        file.Cell(number);
        file.EndRow();
    }));

    [Fact]
    public void Number_WithADecimalComma_IsAskedForByTheReader() => Assert.Equal("-0,5;;a\r\n", Written(
        file =>
        {
            file.Cell(-0.5);
            file.Cell((object?)null);
            file.Cell((object)"a");
            file.EndRow();
        },
        hasDecimalComma: true));

    /// <summary>Random texts and numbers, written and read back by DuckDB: the same but for the apostrophe before a formula.</summary>
    [Fact]
    public void Rows_ReadBackByDuckDb_AreTheSame()
    {
        var random = new Random(20261123);
        const string Letters = "ab,;\"'\n\r =+-@|é漢🙂\t";
        var rows = Enumerable.Range(0, 500).Select(i => (
            Text: "x" + string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => new Rune(Letters.EnumerateRunes().ElementAt(random.Next(Letters.EnumerateRunes().Count())).Value).ToString())),
            Number: BitConverter.Int64BitsToDouble(random.NextInt64()))).Where(row => double.IsFinite(row.Number)).ToList();
        var bytes = new ArrayBufferWriter<byte>();
        var file = new CsvFile(bytes);
        file.Cell("text");
        file.Cell("number");
        file.EndRow();
        foreach (var (text, number) in rows)
        {
            file.Cell(text);
            file.Cell(number);
            file.EndRow();
        }

        using var folder = new TemporaryFolder();
        var path = folder.Write("rows.csv", bytes.WrittenSpan.ToArray());
        using var duckdb = DuckDbProvider.Open(new DuckDbOptions());
        var read = duckdb.Query<(string, double)>($"select text, number from read_csv('{path}', header = true, columns = {{'text': 'varchar', 'number': 'double'}}, quote = '\"', escape = '\"', delim = ',', new_line = '\\r\\n', parallel = false)").ToList();

        Assert.Equal(rows, read);
    }

    private static string Written(Action<CsvFile> write, bool hasDecimalComma = false)
    {
        var bytes = new ArrayBufferWriter<byte>();
        write(new CsvFile(bytes, hasDecimalComma));
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
