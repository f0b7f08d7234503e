using System.Text.RegularExpressions;

namespace SpIndicators.Tests.Architecture;

/// <summary>Only SpIndicators.DuckDb knows that there is a C library, or a package that could stand in its place.</summary>
public sealed partial class NativeBoundaryTests
{
    // Asks the system to write a folder's entries to disk, for which .NET has no method.
    private const string SystemCalls = "src/SpIndicators.Warehouse/Publishing/Durable.cs";

    [Fact]
    public void NativeNames_OutsideTheProvider_DoNotOccur()
    {
        var found = from file in SourceTree.FilesIn("", "*.cs")
                    where !file.StartsWith("src/SpIndicators.DuckDb/", StringComparison.Ordinal) && file != SystemCalls
                    from Match match in NativeName().Matches(SourceTree.Read(file))
                    select $"{file}: {match.Value}";

        Expect.Nothing(found);
    }

    [Theory]
    [InlineData("[Dll" + "Import(\"duckdb\")]")]
    [InlineData("[Library" + "Import(\"duckdb\")]")]
    [InlineData("Native" + "Library.Load(path)")]
    [InlineData("duckdb" + "_open(path, out var database)")]
    [InlineData("using DuckDB" + ".NET.Data;")]
    public void NativeName_InCode_IsSeen(string code) => Assert.Matches(NativeName(), code);

    [Theory]
    [InlineData("select table_name from duckdb_tables()")]
    [InlineData("from duckdb_columns() where column_name = 'x'")]
    [InlineData("build.DuckDbVersion = row.duckdb_version;")]
    public void NativeName_InSqlFunctionsAndColumns_IsNotSeen(string code) => Assert.DoesNotMatch(NativeName(), code);

    // The C functions by their first word after the prefix; DuckDB's SQL functions and our columns share the prefix.
    [GeneratedRegex(@"\b(Dll[I]mport|Library[I]mport|Native[L]ibrary|using DuckDB[.]NET|duckdb_(open|close|connect|disconnect|query|prepare|bind|nparams|execute|pending|fetch|append|create|destroy|data_chunk|vector|validity|result|interrupt|column_name|column_type|column_count|value_|library_version)\w*(?=\s*\())")]
    private static partial Regex NativeName();
}
