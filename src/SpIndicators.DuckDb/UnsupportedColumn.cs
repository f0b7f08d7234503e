namespace SpIndicators.DuckDb;

/// <summary>Nested and rare types are left to SQL, which turns them into text or JSON better than a client can.</summary>
internal static class UnsupportedColumn
{
    public static NotSupportedException Exception(string name, string type) => new(
        $"Column '{name}' is of type {type.ToUpperInvariant()}, which is not read here: "
        + "cast it to text or JSON in the query (::varchar, to_json(...)), or unnest it.");
}
