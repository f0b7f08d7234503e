using SpIndicators.Tests.Architecture;
using SpIndicators.Tests.Pipelines;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Tests.Warehouse;

/// <summary>
/// Pages fail on a file whose relations are other than they think. Whoever changes a relation of <c>indicators</c> or
/// <c>meta</c> raises <see cref="PublishedLayout.Version"/> and puts the list of this test's message into its file.
/// </summary>
public sealed class PublishedLayoutTests(BuiltWarehouse warehouse)
{
    [Fact]
    public void Relations_OfThisLayout_AreThoseWrittenDown()
    {
        var found = warehouse.Query<string>("""
            select table_schema || '.' || table_name || '(' || string_agg(column_name || ' ' || data_type, ', ' order by ordinal_position) || ')'
            from information_schema.columns
            where table_schema in ('indicators', 'meta')
            group by table_schema, table_name
            order by table_schema, table_name
            """);
        var actual = $"layout {PublishedLayout.Version}\n{string.Join('\n', found)}\n";

        var written = SourceTree.Read("tests/SpIndicators.Tests/Warehouse/published_layout.txt");

        Assert.True(written == actual, $"The published relations have changed. Raise PublishedLayout.Version and write this into published_layout.txt:\n{actual}");
    }
}
