using System.Globalization;
using SpIndicators.Dashboards.Api.Tables;
using SpIndicators.Dashboards.Exports.Sdmx;

namespace SpIndicators.Dashboards.Api.Sdmx;

/// <summary>The observations of a data query, in the columns of <see cref="SdmxCsv"/>, series by series.</summary>
internal static class SeriesQuery
{
    private static readonly string Series = string.Join(", ", Structure.Dimensions.Select(id => $"o.{id}"));
    private static readonly string Columns = string.Join(", ", SdmxCsv.Columns.Select(column => $"{column.Sql} as {column.Name}"));

    private static readonly string Asked = $"""
        from (select {Columns} from ({TableQuery.EveryIndicator}) as r) as o
        where o.TIME_PERIOD between $first_year and $last_year
          {string.Concat(Structure.Dimensions.Select((id, i) => $"and ($key{i} = '' or list_contains(string_split($key{i}, '+'), o.{id})) "))}
        """;

    /// <param name="beginning">What each row of SDMX-CSV begins with: in the two versions of the standard not the same.</param>
    public static TableQuery Csv(SeriesKey key, IReadOnlyList<(string Name, string Value)> beginning) => Of(key, string.Join(", ", [
        .. beginning.Select(cell => $"'{cell.Value}' as {cell.Name}"),
        .. key.Shown.Detail switch
        {
            SeriesDetail.KeysOnly => Structure.Dimensions.Select(id => $"o.{id}").Append($"null::varchar as {Structure.Time}"),
            SeriesDetail.DataOnly => [.. Structure.Dimensions.Select(id => $"o.{id}"), $"o.{Structure.Time}", $"o.{Structure.Measure}"],
            _ => ["o.*"],
        },
    ]));

    public static TableQuery Rows(SeriesKey key) => Of(key, "o.*");

    public static TableQuery Count(SeriesKey key) => new($"select count(*) {Asked}", Bound(key));

    private static TableQuery Of(SeriesKey key, string select) => new($"select {select} {Asked} {Ends(key.Shown)} order by {Series}, o.{Structure.Time}", Bound(key));

    /// <summary>Of each series the observations at its ends; of its key alone one row.</summary>
    private static string Ends(SeriesShown shown)
    {
        var (first, last) = shown.Detail == SeriesDetail.KeysOnly ? (1, null) : (shown.FirstN, shown.LastN);
        var ends = new List<string>();
        if (first is { } from)
        {
            ends.Add(string.Create(CultureInfo.InvariantCulture, $"row_number() over (partition by {Series} order by o.{Structure.Time}) <= {from}"));
        }

        if (last is { } to)
        {
            ends.Add(string.Create(CultureInfo.InvariantCulture, $"row_number() over (partition by {Series} order by o.{Structure.Time} desc) <= {to}"));
        }

        return ends.Count == 0 ? "" : $"qualify {string.Join(" or ", ends)}";
    }

    /// <summary>Releases besides the default one only for who names them.</summary>
    private static Dictionary<string, object?> Bound(SeriesKey key) => new(key.Bound())
    {
        ["source_id"] = key.Codes[^1].Count > 0 ? "*" : "", ["vintage"] = "", ["countries"] = "", ["contingency"] = "", ["sex"] = "",
        ["first"] = 0, ["last"] = 9999, ["latest"] = false, ["lang"] = "en",
    };
}
