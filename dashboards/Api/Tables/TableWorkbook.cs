using SpIndicators.Dashboards.Exports.Data;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Workbooks;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Api.Tables;

/// <summary>A table as a workbook: its rows, what they mean, whose they are, and how to read them.</summary>
internal static class TableWorkbook
{
    public static void Write(WarehouseSession session, TableQuery table, TableMetadata metadata, Texts t, string to)
    {
        using var file = File.Create(to);
        using var workbook = new WorkbookWriter(file);
        using (var rows = session.Stream(table.Sql, table.Bound))
        {
            workbook.Add("Data", rows);
        }

        workbook.Add("Metadata", Metadata(metadata, t));
        workbook.Add("Sources", Sources(metadata));
        workbook.Add("Readme", Readme(metadata, t).Select(line => (IReadOnlyList<string>)[line]));
    }

    /// <summary>The paragraphs of the readme.</summary>
    public static IEnumerable<string> Readme(TableMetadata metadata, Texts t) =>
    [
        t["api.readme.title", t.Format.Vintage(metadata.Vintage)],
        t["api.readme.chosen", string.Join(", ", metadata.Selection.Select(chosen => $"{chosen.Key}={chosen.Value}"))],
        t["api.readme.address", metadata.Address],
        .. metadata.Notes,
        t["export.readme.text"],
    ];

    private static IEnumerable<IReadOnlyList<string>> Metadata(TableMetadata metadata, Texts t) =>
    [
        [t["export.sheet.item"], t["export.sheet.text"]],
        .. metadata.Indicators.SelectMany(card => new IReadOnlyList<string>[]
        {
            [card.IndicatorId, card.Title],
            [t["export.sheet.definition", card.IndicatorId], card.Definition],
            [t["export.sheet.formula", card.IndicatorId], card.Formula],
            [t["export.sheet.caveats", card.IndicatorId], card.Caveats],
        }),
        .. metadata.Columns.Select(column => (IReadOnlyList<string>)[column.Key, column.Value]),
        .. metadata.Flags.Select(flag => (IReadOnlyList<string>)[$"FLAGS={flag.Key}", flag.Value]),
    ];

    private static IEnumerable<IReadOnlyList<string>> Sources(TableMetadata metadata) =>
    [
        ChartFiles.SourceColumns,
        .. metadata.Sources.Select(source => (IReadOnlyList<string>)[.. ChartFiles.CellsOf(source)]),
    ];
}
