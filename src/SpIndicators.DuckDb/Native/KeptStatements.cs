namespace SpIndicators.DuckDb;

/// <summary>
/// Statements of one connection that are likely to be asked again, already planned: planning takes longer than answering
/// most of what a page asks. The one that was not used for longest goes when there are too many.
/// </summary>
internal sealed class KeptStatements(int most) : IDisposable
{
    private readonly Dictionary<string, LinkedListNode<(string Sql, PreparedHandle Statement)>> bySql = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Sql, PreparedHandle Statement)> byUse = [];

    /// <summary>Hands a statement over to its user, who gives it back with <see cref="Keep"/> or disposes it; null where there is none.</summary>
    public PreparedHandle? Take(string sql)
    {
        if (!bySql.Remove(sql, out var kept))
        {
            return null;
        }

        byUse.Remove(kept);
        return kept.Value.Statement;
    }

    /// <summary>From now on the statement is this object's to free.</summary>
    public void Keep(string sql, PreparedHandle statement)
    {
        if (bySql.ContainsKey(sql))
        {
            statement.Dispose();
            return;
        }

        bySql[sql] = byUse.AddLast((sql, statement));
        if (byUse.Count > most)
        {
            var oldest = byUse.First!.Value;
            bySql.Remove(oldest.Sql);
            byUse.RemoveFirst();
            oldest.Statement.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var (_, statement) in byUse)
        {
            statement.Dispose();
        }

        byUse.Clear();
        bySql.Clear();
    }
}
