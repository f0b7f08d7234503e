using SpIndicators.Dashboards.Api.Tables;
using SpIndicators.Dashboards.Exports.Sdmx;

namespace SpIndicators.Dashboards.Api.Sdmx;

/// <summary>The observations of a data query, in the columns of <see cref="SdmxCsv"/>, series by series.</summary>
internal static class SeriesQuery
{
    private static readonly string Columns = string.Join(", ", SdmxCsv.Columns.Select(column => $"{column.Sql} as {column.Name}"));

    private static readonly string Asked = $"""
        from (select {Columns} from ({TableQuery.EveryIndicator}) as r) as o
        where o.TIME_PERIOD between $first_year and $last_year
          {string.Concat(Structure.Dimensions.Select((id, i) => $"and ($key{i} = '' or list_contains(string_split($key{i}, '+'), o.{id})) "))}
        """;

    /// <summary>With the columns that each row of SDMX-CSV begins with.</summary>
    public static TableQuery Csv(SeriesKey key) => Of(key, $"{string.Join(", ", SdmxCsv.Beginning.Select(cell => $"'{cell.Value}' as {cell.Name}"))}, o.*");

    public static TableQuery Rows(SeriesKey key) => Of(key, "o.*");

    public static TableQuery Count(SeriesKey key) => new($"select count(*) {Asked}", Bound(key));

    private static TableQuery Of(SeriesKey key, string select) => new($"select {select} {Asked} order by {string.Join(", ", Structure.Dimensions.Select(id => $"o.{id}"))}, o.TIME_PERIOD", Bound(key));

    /// <summary>Releases besides the default one only for who names them.</summary>
    private static Dictionary<string, object?> Bound(SeriesKey key) => new(key.Bound())
    {
        ["source_id"] = key.Codes[^1].Count > 0 ? "*" : "", ["vintage"] = "", ["countries"] = "", ["contingency"] = "", ["sex"] = "",
        ["first"] = 0, ["last"] = 9999, ["latest"] = false, ["lang"] = "en",
    };
}
