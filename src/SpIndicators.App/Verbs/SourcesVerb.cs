using System.CommandLine;
using SpIndicators.App.Console;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.App.Verbs;

/// <summary><c>spi sources</c>: each vintage of each source in the published file, with its rows and licence.</summary>
internal static class SourcesVerb
{
    private const string Sql = """
        select n.source_id, n.vintage, n.released, n.released_on_precision, n.file_rows, n.observations, n.rejected, s.producer, s.licence
        from indicators.snapshot as n
        join indicators.source as s on s.source_id = n.source_id
        order by n.source_id, n.released_on
        """;

    public static Command Create(CommonOptions common, TimeProvider time)
    {
        var verb = new Command("sources", "List the sources and vintages of the published warehouse");
        verb.SetAction(parsed => Outcome.Of(parsed.GetValue(common.Verbose), () =>
        {
            using var warehouse = new PublishedWarehouse(common.HomeOf(parsed).Warehouse, time);
            using var session = QueryVerb.Open(warehouse, null);
            using var rows = session.Read(Sql);
            RowWriter.Write(rows, parsed.GetValue(common.Json) ? "json" : "table", System.Console.Out);
            return Outcome.Done;
        }));
        return verb;
    }
}
