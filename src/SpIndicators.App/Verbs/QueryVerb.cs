using System.CommandLine;
using SpIndicators.App.Console;
using SpIndicators.Core.Provenance;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.App.Verbs;

/// <summary><c>spi query "SQL"</c>: a read-only query on the published file.</summary>
internal static class QueryVerb
{
    public static Command Create(CommonOptions common, TimeProvider time)
    {
        var sql = new Argument<string>("sql") { Description = "A query; the warehouse is opened read-only" };
        var format = new Option<string>("--format") { Description = "table, csv or json", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "csv", "json");
        var vintage = new Option<string?>("--vintage") { Description = "A vintage that is kept (default: the current one)" };
        var verb = new Command("query", "Query the published warehouse") { sql, format, vintage };
        verb.SetAction(parsed => Outcome.Of(parsed.GetValue(common.Verbose), () =>
        {
            if (string.IsNullOrWhiteSpace(parsed.GetValue(sql)))
            {
                throw new UsageException("The query is empty. Try: spi query \"select * from indicators.indicator\"");
            }

            using var warehouse = new PublishedWarehouse(common.HomeOf(parsed).Warehouse, time);
            using var session = Open(warehouse, parsed.GetValue(vintage));
            OneStatement(session, parsed.GetValue(sql)!);
            using var rows = session.Read(parsed.GetValue(sql)!);
            RowWriter.Write(rows, parsed.GetValue(common.Json) ? "json" : parsed.GetValue(format)!, System.Console.Out);
            return Outcome.Done;
        }));
        return verb;
    }

    /// <summary>Of several statements only the last one's rows would be shown, and nobody would notice.</summary>
    private static void OneStatement(WarehouseSession session, string sql)
    {
        // DuckDB's own parse; of what is not a select (show, describe) it says nothing, and that passes.
        var statements = session.Query<int?>("select json_array_length(json_serialize_sql($sql::varchar), '$.statements')::integer", new { sql })[0];
        if (statements > 1)
        {
            throw new UsageException($"One query at a time: these are {statements}.");
        }
    }

    internal static WarehouseSession Open(PublishedWarehouse warehouse, string? asked)
    {
        if (asked is null)
        {
            return warehouse.TryOpen() ?? throw new PublishException(warehouse.WhyNot(null));
        }

        var vintage = PublishedVintage.TryParse(asked, out var parsed)
            ? parsed
            : throw new UsageException($"'{asked}' is not a vintage; one looks like 2026-11-22 or 2026-11-22.2.");
        return warehouse.TryOpen(vintage) ?? throw new PublishException(warehouse.WhyNot(vintage));
    }
}
