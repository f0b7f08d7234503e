namespace SpIndicators.DuckDb;

internal static class SqlName
{
    /// <summary>A name as SQL text, whatever it is made of.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
