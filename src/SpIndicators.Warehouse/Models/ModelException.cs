using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SpIndicators.Warehouse.Models;

/// <summary>A model that DuckDB refused: names the model, the line and the SQL of that line.</summary>
public sealed partial class ModelException : Exception
{
    private ModelException(string model, int? line, string? offendingSql, string reason, Exception? inner)
        : base(Describe(model, line, offendingSql, reason), inner)
    {
        Model = model;
        Line = line;
        OffendingSql = offendingSql;
    }

    /// <summary>Path of the model below <c>pipelines/</c>.</summary>
    public string Model { get; }

    /// <summary>Line in the model's file, from 1; null when DuckDB names none.</summary>
    public int? Line { get; }

    /// <summary>The text of that line.</summary>
    public string? OffendingSql { get; }

    /// <summary>
    /// From a failed statement made of the texts of <paramref name="models"/>, each behind one line of other SQL.
    /// </summary>
    public static ModelException FromEngine(IReadOnlyList<SqlModel> models, Exception failure)
    {
        var reason = failure.Message.Split("\n\nLINE ", 2)[0].Trim();
        var match = LineOfError().Match(failure.Message);
        if (match.Success)
        {
            var line = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            foreach (var model in models)
            {
                line--;
                var lines = model.Sql.Split('\n');
                if (line >= 1 && line <= lines.Length)
                {
                    return new ModelException(model.Path, line, lines[line - 1].Trim(), reason, failure);
                }

                line -= lines.Length;
            }
        }

        return new ModelException(models[0].Path, null, null, reason, failure);
    }

    /// <summary>From the answer of <c>json_serialize_sql</c>, which gives a character position.</summary>
    internal static ModelException FromParser(SqlModel model, JsonElement answer)
    {
        var reason = answer.TryGetProperty("error_message", out var message) ? message.GetString() ?? "" : "";
        if (!answer.TryGetProperty("position", out var at) || !int.TryParse(at.GetString(), CultureInfo.InvariantCulture, out var position))
        {
            return new ModelException(model.Path, null, null, reason, null);
        }

        var line = model.Sql.AsSpan(0, Math.Min(position, model.Sql.Length)).Count('\n') + 1;
        return new ModelException(model.Path, line, model.Sql.Split('\n')[line - 1].Trim(), reason, null);
    }

    /// <summary>A fault of the set of models rather than of one statement.</summary>
    public static ModelException Of(SqlModel model, string reason) => new(model.Path, null, null, reason, null);

    private static string Describe(string model, int? line, string? sql, string reason) =>
        line is null ? $"{model}: {reason}" : $"{model}, line {line}: {reason}\n    {sql}";

    [GeneratedRegex("LINE ([0-9]+):")]
    private static partial Regex LineOfError();
}
