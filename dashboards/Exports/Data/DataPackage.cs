using System.Text.Json;
using System.Text.Json.Serialization;
using SpIndicators.Dashboards.Api;

namespace SpIndicators.Dashboards.Exports.Data;

/// <summary>A Frictionless data package (version 1) that describes the table of a packed file.</summary>
/// <param name="Version">The published vintage.</param>
/// <param name="Homepage">Where the same figures are found again.</param>
/// <param name="Table">Name of the table's file; it has the columns of <see cref="ExportColumn.All"/>.</param>
/// <param name="Meaning">What a column holds, in words.</param>
internal sealed record DataPackage(
    string Name, string Title, string Version, string Homepage, string Table, IReadOnlyList<ProvenanceQuery.Source> Sources, Func<ExportColumn, string> Meaning)
{
    private static readonly string[] Empty = [""];

    private static readonly JsonSerializerOptions WithoutNulls = new(ChartMetadata.Json) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public string? Description { get; init; }

    /// <summary>As the standard writes it, with the time of day.</summary>
    public string? Created { get; init; }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Profile = "tabular-data-package",
            Name = Name.ToLowerInvariant(),
            Title,
            Description,
            Created,
            Version,
            Homepage,
            Sources = Sources.Select(source => new { Title = $"{source.Producer}, {source.Title} ({source.Vintage})", Path = source.Url }),
            Licenses = Sources.Select(source => source.Licence).Distinct().Select(licence => new { Name = licence.Replace(' ', '-'), Title = licence }),
            Resources = new[]
            {
                new
                {
                    Profile = "tabular-data-resource",
                    Name = "data",
                    Path = Table,
                    Format = "csv",
                    Encoding = "utf-8",
                    Schema = new
                    {
                        Fields = ExportColumn.All.Select(column => new { column.Name, Type = TypeOf(column), Description = Meaning(column) }),
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
