using System.Data.Common;
using System.IO.Pipelines;
using System.Text.Json;

namespace SpIndicators.Dashboards.Exports.Data;

/// <summary>Writes the rows of a reader as they come: memory stays flat however many there are.</summary>
internal static class TableWriter
{
    /// <summary>As much as is put together before it is sent.</summary>
    private const int Portion = 1 << 16;

    private enum Kind
    {
        Text,
        Number,
        Whole,
    }

    /// <summary>A head, and a line for each row.</summary>
    public static async Task Csv(DbDataReader rows, CsvFile file, PipeWriter to, CancellationToken cancellation)
    {
        var kinds = KindsOf(rows);
        for (var i = 0; i < kinds.Length; i++)
        {
            file.Cell(rows.GetName(i));
        }

        file.EndRow();
        while (rows.Read())
        {
            for (var i = 0; i < kinds.Length; i++)
            {
                if (rows.IsDBNull(i))
                {
                    file.Cell();
                }
                else if (kinds[i] == Kind.Text)
                {
                    file.Cell(rows.GetString(i));
                }
                else if (kinds[i] == Kind.Number)
                {
                    file.Cell(rows.GetDouble(i));
                }
                else
                {
                    file.Cell(rows.GetInt64(i));
                }
            }

            file.EndRow();
            if (to.UnflushedBytes > Portion && (await to.FlushAsync(cancellation)).IsCompleted)
            {
                return;
            }
        }

        await to.FlushAsync(cancellation);
    }

    /// <summary>An array of objects, each with the names of the columns; what is missing is null.</summary>
    public static async Task Json(DbDataReader rows, Utf8JsonWriter json, PipeWriter to, CancellationToken cancellation)
    {
        var kinds = KindsOf(rows);
        var names = Enumerable.Range(0, kinds.Length).Select(i => JsonEncodedText.Encode(rows.GetName(i))).ToArray();
        json.WriteStartArray();
        while (rows.Read())
        {
            json.WriteStartObject();
            for (var i = 0; i < kinds.Length; i++)
            {
                if (rows.IsDBNull(i))
                {
                    json.WriteNull(names[i]);
                }
                else if (kinds[i] == Kind.Text)
                {
                    json.WriteString(names[i], rows.GetString(i));
                }
                else if (kinds[i] == Kind.Number)
                {
                    json.WriteNumber(names[i], rows.GetDouble(i));
                }
                else
                {
                    json.WriteNumber(names[i], rows.GetInt64(i));
                }
            }

            json.WriteEndObject();
            if (json.BytesPending + to.UnflushedBytes > Portion)
            {
                json.Flush();
                if ((await to.FlushAsync(cancellation)).IsCompleted)
                {
                    return;
                }
            }
        }

        json.WriteEndArray();
    }

    private static Kind[] KindsOf(DbDataReader rows) => [.. Enumerable.Range(0, rows.FieldCount).Select(i => rows.GetFieldType(i) switch
    {
        var type when type == typeof(string) => Kind.Text,
        var type when type == typeof(double) => Kind.Number,
        var type when type == typeof(int) || type == typeof(long) => Kind.Whole,
        var type => throw new ArgumentException($"A table holds texts and numbers; column {rows.GetName(i)} holds {type}.", nameof(rows)),
    })];
}
