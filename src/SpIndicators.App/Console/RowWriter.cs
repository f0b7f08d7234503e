using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace SpIndicators.App.Console;

/// <summary>Rows of any query as an aligned table, CSV (RFC 4180, UTF-8, decimal point) or a JSON array of objects.</summary>
public static class RowWriter
{
    public static void Write(DbDataReader rows, string format, TextWriter to)
    {
        switch (format)
        {
            case "csv":
                Csv(rows, to);
                break;
            case "json":
                Json(rows, to);
                break;
            default:
                Table(rows, to);
                break;
        }
    }

    /// <summary>Column names; the second <c>a</c> becomes <c>a_2</c>, because an object has each name once.</summary>
    private static string[] Names(DbDataReader rows)
    {
        var seen = new Dictionary<string, int>();
        return [.. Enumerable.Range(0, rows.FieldCount).Select(rows.GetName)
            .Select(name => (seen[name] = seen.GetValueOrDefault(name) + 1) is > 1 and var times ? $"{name}_{times}" : name)];
    }

    private static string Text(object value) => value switch
    {
        DBNull => "",
        bool b => b ? "true" : "false",
        DateTime t => t.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static void Csv(DbDataReader rows, TextWriter to)
    {
        to.WriteLine(string.Join(',', Names(rows).Select(Quoted)));
        while (rows.Read())
        {
            to.WriteLine(string.Join(',', Enumerable.Range(0, rows.FieldCount).Select(i => Quoted(Text(rows.GetValue(i))))));
        }
    }

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static void Json(DbDataReader rows, TextWriter to)
    {
        var names = Names(rows);
        var list = new List<Dictionary<string, object?>>();
        while (rows.Read())
        {
            list.Add(names.Select((name, i) => (name, i)).ToDictionary(c => c.name, c => JsonValue(rows.GetValue(c.i))));
        }

        to.WriteLine(JsonSerializer.Serialize(list));
    }

    private static object? JsonValue(object value) => value switch
    {
        DBNull => null,
        double d when !double.IsFinite(d) => null,
        bool or double or float or decimal or long or int or short or byte or sbyte or uint or ulong or ushort => value,
        _ => Text(value),
    };

    private static void Table(DbDataReader rows, TextWriter to)
    {
        var table = new List<string[]> { Names(rows) };
        while (rows.Read())
        {
            table.Add([.. Enumerable.Range(0, rows.FieldCount).Select(i => Text(rows.GetValue(i)))]);
        }

        var widths = Enumerable.Range(0, rows.FieldCount).Select(i => table.Max(row => row[i].Length)).ToArray();
        table.Insert(1, [.. widths.Select(w => new string('-', w))]);
        foreach (var row in table)
        {
            to.WriteLine(string.Join("  ", row.Select((text, i) => text.PadRight(widths[i]))).TrimEnd());
        }

        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"({table.Count - 2} rows)"));
    }
}
