using System.Text.Json;

namespace SpIndicators.Dashboards.Exports.Data;

/// <summary>A Frictionless data package (version 1) that describes the table of a packed file.</summary>
internal static class DataPackage
{
    private static readonly string[] Empty = [""];

    private static readonly JsonSerializerOptions WithoutNulls = new(ChartMetadata.Json) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public static byte[] Of(TakenChart taken) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Profile = "tabular-data-package",
            Name = taken.FileStem.ToLowerInvariant(),
            taken.Spec.Title,
            Description = taken.Spec.Subtitle,
            Created = $"{taken.ExportedText}T00:00:00Z",
            Version = taken.View.Session.Vintage,
            Homepage = taken.Permalink,
            Sources = taken.Sources.Select(source => new { Title = $"{source.Producer}, {source.Title} ({source.Vintage})", Path = source.Url }),
            Licenses = taken.Sources.Select(source => source.Licence).Distinct().Select(licence => new { Name = licence.Replace(' ', '-'), Title = licence }),
            Resources = new[]
            {
                new
                {
                    Profile = "tabular-data-resource",
                    Name = "data",
                    Path = $"{taken.FileStem}.csv",
                    Format = "csv",
                    Encoding = "utf-8",
                    Schema = new
                    {
                        Fields = ExportColumn.All.Select(column => new { column.Name, Type = TypeOf(column), Description = taken.View.T[column.Meaning] }),
                        MissingValues = Empty,
                    },
                },
            },
        },
        WithoutNulls);

    private static string TypeOf(ExportColumn column) => column.Name switch
    {
        "TIME_PERIOD" => "year",
        "OBS_VALUE" or "SHOWN_VALUE" or "DENOMINATOR" => "number",
        _ => "string",
    };
}
