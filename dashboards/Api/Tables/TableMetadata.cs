using System.Text.Json;
using SpIndicators.Dashboards.Exports.Data;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Values;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Api.Tables;

/// <summary>What goes along with a table: what was asked, what columns and flags mean, whose figures these are and under which terms.</summary>
/// <param name="Address">Where the same table is answered, with its vintage frozen.</param>
internal sealed record TableMetadata(
    string Vintage, string Lang, string Address, IReadOnlyDictionary<string, string> Selection, IReadOnlyDictionary<string, string> Columns,
    IReadOnlyList<TableMetadata.Indicator> Indicators, IReadOnlyList<ProvenanceQuery.Source> Sources, IReadOnlyDictionary<string, string> Flags,
    IReadOnlyList<string> Notes)
{
    public static TableMetadata Of(WarehouseSession session, TableQuestion question, Language language, string address)
    {
        var t = Texts.In(language);
        var (sql, bound) = TableQuery.OfReleases(question.Rows, language);
        return new(
            session.Vintage, language.Code, address, Chosen(question.Rows),
            ExportColumn.All.ToDictionary(column => column.Name, column => t[column.Meaning]),
            [.. IndicatorCard.All(session, language).Where(card => question.IsAll || card.IndicatorId == question.Rows.Indicator)
                .Select(card => new Indicator(card.IndicatorId, card.Title, card.Definition, card.Unit, card.UnitMeasure, card.Formula, card.Caveats))],
            ProvenanceQuery.Run(session, session.Query<ObservationRow>(sql, bound), language),
            FlagsQuery.Run(session, language),
            [t["export.processing"], t["export.readme.missing"], t["api.note.values"]]);
    }

    /// <summary>In short, as pairs that are written into a file: whoever has nothing but the file can trace it.</summary>
    /// <param name="metadata">Address of the whole of it.</param>
    public IReadOnlyDictionary<string, string> InFile(string metadata) => new Dictionary<string, string>
    {
        ["vintage"] = Vintage,
        ["licence"] = string.Join("; ", Sources.Select(source => source.Licence).Distinct()),
        ["sources"] = JsonSerializer.Serialize(Sources, ChartMetadata.Json),
        ["link"] = Address,
        ["metadata"] = metadata,
    };

    private static Dictionary<string, string> Chosen(ObservationsQuestion rows) => new (string Name, string Value)[]
    {
        (ObservationsQuestion.IndicatorName, rows.Indicator),
        (Urls.Country, string.Join('~', rows.Countries)),
        (Urls.Contingency, rows.Contingency ?? ""),
        (Urls.Sex, rows.Sex ?? ""),
        (Urls.Time, rows.Time?.ToString() ?? ""),
        (Urls.Release, rows.Release?.ToString() ?? ""),
    }.Where(chosen => chosen.Value.Length > 0).ToDictionary(chosen => chosen.Name, chosen => chosen.Value);

    /// <summary>What an indicator means, in the language asked for; its formula in English.</summary>
    internal sealed record Indicator(string IndicatorId, string Title, string Definition, string Unit, string UnitMeasure, string Formula, string Caveats);
}
