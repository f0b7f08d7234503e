using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Exports.Data;
using SpIndicators.Dashboards.Exports.Sdmx;
using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.Api.Tables;

/// <summary>A table as one query with bound values, to be read row by row.</summary>
internal sealed record TableQuery(string Sql, IReadOnlyDictionary<string, object?> Bound)
{
    /// <summary>In the columns of <see cref="ExportColumn.All"/>.</summary>
    public static TableQuery Of(ObservationsQuestion question, Language language) =>
        Of(question, language, string.Join(", ", ExportColumn.All.Select(column => $"{column.Field} as {column.Name}")));

    /// <summary>In the columns of <see cref="SdmxCsv"/>.</summary>
    public static TableQuery OfSdmx(ObservationsQuestion question, Language language) =>
        Of(question, language, string.Join(", ", SdmxCsv.Beginning.Select(cell => $"'{cell.Value}' as {cell.Name}").Concat(SdmxCsv.Columns.Select(column => $"{column.Sql} as {column.Name}"))));

    /// <summary>The releases the rows come from, and the series that gaps were multiplied with.</summary>
    public static TableQuery OfReleases(ObservationsQuestion question, Language language) =>
        Of(question, language, "distinct SourceId, Vintage, DenominatorSeries", isSorted: false);

    /// <summary>How many rows there are.</summary>
    public static TableQuery Count(ObservationsQuestion question, Language language) => Of(question, language, "count(*)", isSorted: false);

    /// <param name="select">Of the fields of an <see cref="ObservationRow"/>; a text of ours, never a reader's.</param>
    private static TableQuery Of(ObservationsQuestion question, Language language, string select, bool isSorted = true)
    {
        // All indicators stand as the file has them: to sort them would mean to hold them.
        var order = isSorted && question.Indicator != Urls.AllIndicators ? "order by Contingency, Sex, RefArea, TimePeriod" : "";
        return new($"select {select} from ({Rows(question)}) as r {order}", ObservationsQuery.Bound(question, language));
    }

    /// <summary>With the fields of an <see cref="ObservationRow"/>.</summary>
    private static string Rows(ObservationsQuestion question) =>
        question.Indicator == Urls.AllIndicators ? EveryIndicator
        : question.IsOfReleases ? $"select {ObservationsQuery.Columns("$indicator")} {ObservationsQuery.Asked()}"
        : $"select {ValuesQuery.Columns} {ValuesQuery.Asked(ValuesQuery.OfOne)}";

    /// <summary>Every indicator; <c>$source_id</c> '*' stands for every release of coverage.</summary>
    internal static readonly string EveryIndicator = string.Join(
        " union all by name ",
        ValueKey.OfReleases.Select(id => $"select {ObservationsQuery.Columns($"'{id}'")} {ObservationsQuery.Asked($"'{id}'")}")
            .Append($"select {ValuesQuery.Columns} {ValuesQuery.Asked($"v.indicator_id not in ('{string.Join("', '", ValueKey.OfReleases)}')")}"));
}
