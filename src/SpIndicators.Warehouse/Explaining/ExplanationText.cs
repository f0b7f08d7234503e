using System.Globalization;
using System.Text.Json;

namespace SpIndicators.Warehouse.Explaining;

/// <summary>An explanation as text for a terminal, numbers with twelve digits, or as JSON for a program, which has them all.</summary>
public static class ExplanationText
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    public static string AsJson(Explanation explanation) => JsonSerializer.Serialize(explanation, Json);

    public static void Write(Explanation explanation, TextWriter to)
    {
        var value = explanation.Value;
        to.WriteLine($"{value.Title}: {value.RefAreaName ?? value.RefArea}, {value.TimePeriod}{Of(value.Contingency, "_Z")}{Of(value.Sex, "_T")}");
        to.WriteLine($"  {Number(value.ObsValue)} {value.Unit}");
        to.WriteLine($"  grade {value.Confidence}{(value.Reasons.Count > 0 ? $": {string.Join("; ", value.Reasons)}" : "")}");
        to.WriteLine();
        to.WriteLine($"Formula   {explanation.Formula}");
        to.WriteLine($"Computed  {explanation.WithValues}");
        to.WriteLine($"        = {Number(explanation.Recomputed)}{(explanation.Agrees ? "" : $"   DOES NOT AGREE with the published {Number(value.ObsValue)}")}");
        to.WriteLine();
        to.WriteLine("Inputs");
        foreach (var input in explanation.Inputs)
        {
            to.WriteLine($"  {Of(input.Item, "", "")}{input.Input} = {Number(input.ObsValue)} {input.UnitMeasure}   ({input.Meaning})");
            to.WriteLine($"      {string.Join(", ", Whence(input))}");
        }

        to.WriteLine();
        to.WriteLine($"{value.Caveats}");
        to.WriteLine($"Published {explanation.Vintage}");
    }

    private static IEnumerable<string> Whence(ExplainedInput input)
    {
        string?[] parts =
        [
            $"{input.SourceId}{(input.Vintage is null ? "" : $" {input.Vintage}")}", input.SeriesCode, input.SourceArea,
            input.SourceTimePeriod?.ToString(CultureInfo.InvariantCulture),
            string.IsNullOrEmpty(input.ObsStatus) ? null : $"status {input.ObsStatus}",
            string.IsNullOrEmpty(input.Flags) ? null : $"flags {input.Flags}",
            input.SnapshotSha256 is null ? null : $"sha256 {input.SnapshotSha256}",
        ];
        return parts.OfType<string>();
    }

    private static string Of(string code, string unless, string before = ", ") => code == unless ? "" : $"{before}{code}{(before.Length == 0 ? " " : "")}";

    private static string Number(double? value) => value?.ToString("G12", CultureInfo.InvariantCulture) ?? "no value";
}
