using System.Data.Common;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Nodes;
using SpIndicators.Dashboards.Exports.Data;
using SpIndicators.Dashboards.Exports.Sdmx;

namespace SpIndicators.Dashboards.Api.Sdmx;

/// <summary>
/// Observations as an SDMX-JSON 2.0 message, written as they are read: series and observations name their codes by places
/// in lists, and the lists, which are only known at the end, come after them.
/// </summary>
internal static class DataJson
{
    public const string MediaType = "application/vnd.sdmx.data+json; version=2.0.0; charset=utf-8";

    private const string Schema = "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json";
    private const int FlushAt = 1 << 16;
    private static readonly IReadOnlyList<string> Columns = [.. SdmxCsv.Columns.Select(column => column.Name)];
    private static readonly int Time = Place(Structure.Time);
    private static readonly int Value = Place(Structure.Measure);

    public static async Task Write(DbDataReader rows, PipeWriter to, Structure structure, SeriesDetail detail, CancellationToken cancellation)
    {
        using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = ChartMetadata.Json.Encoder });
        var used = Columns.ToDictionary(column => column, _ => new UsedValues());
        // A coded attribute is told by its place in its list, any other as it is.
        var told = detail == SeriesDetail.Full ? Structure.Attributes : [];
        var attributes = told.Select(id => (At: Place(id), Codes: structure.IsCoded(id) ? used[id] : null)).ToList();
        json.WriteStartObject();
        json.WritePropertyName("meta");
        StructureJson.Meta(Schema, "data", structure).WriteTo(json);
        json.WriteStartObject("data");
        json.WriteStartArray("dataSets");
        json.WriteStartObject();
        json.WriteNumber("structure", 0);
        json.WriteString("action", "Information");
        json.WritePropertyName("links");
        Links().WriteTo(json);
        json.WriteStartObject("series");
        string? series = null;
        while (rows.Read())
        {
            var key = string.Join(':', Structure.Dimensions.Select((id, i) => used[id].PlaceOf(rows.GetString(i))));
            if (key != series)
            {
                End(json, series);
                json.WriteStartObject(key);
                json.WriteStartObject("observations");
                series = key;
            }

            if (detail != SeriesDetail.KeysOnly)
            {
                Observation(json, rows, used[Structure.Time], attributes);
            }

            if (json.BytesPending > FlushAt)
            {
                json.Flush();
                await to.FlushAsync(cancellation);
            }
        }

        End(json, series);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WritePropertyName("structures");
        new JsonArray(Components(structure, used, told)).WriteTo(json);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        await to.FlushAsync(cancellation);
    }

    /// <summary>Of a series and its observations; none has begun before the first row.</summary>
    private static void End(Utf8JsonWriter json, string? series)
    {
        if (series is not null)
        {
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    /// <summary>Under the place of its year: the value, then the attributes in their order.</summary>
    private static void Observation(Utf8JsonWriter json, DbDataReader rows, UsedValues years, List<(int At, UsedValues? Codes)> attributes)
    {
        json.WriteStartArray(years.PlaceOf(rows.GetInt64(Time).ToString(CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture));
        if (rows.IsDBNull(Value))
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteNumberValue(rows.GetDouble(Value));
        }

        foreach (var (at, codes) in attributes)
        {
            if (rows.IsDBNull(at) || rows.GetString(at) is not { Length: > 0 } text)
            {
                json.WriteNullValue();
            }
            else if (codes is not null)
            {
                json.WriteNumberValue(codes.PlaceOf(text));
            }
            else
            {
                json.WriteStringValue(text);
            }
        }

        json.WriteEndArray();
    }

    private static JsonArray Links() => new(new JsonObject { ["urn"] = Structure.Urn("datastructure.Dataflow", Structure.Dataflow), ["rel"] = "dataflow" });

    private static JsonObject Components(Structure structure, Dictionary<string, UsedValues> used, IReadOnlyList<string> attributes)
    {
        var time = Component(Structure.Time, structure, used[Structure.Time]);
        time["keyPosition"] = Structure.Dimensions.Count;
        var measure = Component(Structure.Measure, structure, used: null);
        measure["format"] = new JsonObject { ["dataType"] = "Double" };
        var flow = StructureJson.Named(Structure.NameOf(Structure.Dataflow, "sdmx.dataflow"));
        flow.Remove("id");
        flow["dataSets"] = new JsonArray(0);
        flow["links"] = Links();
        flow["dimensions"] = new JsonObject
        {
            ["series"] = new JsonArray([.. Structure.Dimensions.Select((id, position) =>
            {
                var dimension = Component(id, structure, used[id]);
                dimension["keyPosition"] = position;
                return dimension;
            })]),
            ["observation"] = new JsonArray(time),
        };
        flow["measures"] = new JsonObject { ["observation"] = new JsonArray(measure) };
        flow["attributes"] = new JsonObject
        {
            ["observation"] = new JsonArray([.. attributes.Select(id =>
            {
                var attribute = Component(id, structure, structure.IsCoded(id) ? used[id] : null);
                attribute["relationship"] = new JsonObject { ["observation"] = new JsonObject() };
                return attribute;
            })]),
        };
        return flow;
    }

    /// <param name="used">Null where values are written as they are; a list that nothing uses is left out too.</param>
    private static JsonObject Component(string id, Structure structure, UsedValues? used)
    {
        var component = StructureJson.Named(Structure.NameOf(id, $"sdmx.{id}"));
        if (used is { All.Count: > 0 })
        {
            var codes = structure.CodeLists.FirstOrDefault(list => list.Concept == id)?.Codes.ToDictionary(code => code.Id);
            // A producer's code that our list does not know names itself: half a message would be worse.
            component["values"] = new JsonArray([.. used.All.Select(value => codes is null
                ? new JsonObject { ["value"] = value }
                : StructureJson.Named(codes.GetValueOrDefault(value) ?? new(value, value, value, value)))]);
        }

        return component;
    }

    private static int Place(string column) => Columns.ToList().IndexOf(column);

    /// <summary>Values in the order in which they first came.</summary>
    private sealed class UsedValues
    {
        private readonly Dictionary<string, int> places = [];
        private readonly List<string> all = [];

        public IReadOnlyList<string> All => all;

        public int PlaceOf(string value)
        {
            if (places.TryGetValue(value, out var place))
            {
                return place;
            }

            places[value] = all.Count;
            all.Add(value);
            return all.Count - 1;
        }
    }
}
