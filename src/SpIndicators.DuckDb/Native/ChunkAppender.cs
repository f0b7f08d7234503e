namespace SpIndicators.DuckDb;
internal sealed class ChunkAppender(DuckDbConnection c, string schema, string table) : IBulkAppender
{
    public IBulkAppender Add(string? value) => throw new NotImplementedException(c + schema + table);
    public IBulkAppender Add(long? value) => throw new NotImplementedException();
    public IBulkAppender Add(double? value) => throw new NotImplementedException();
    public IBulkAppender Add(decimal? value) => throw new NotImplementedException();
    public IBulkAppender Add(bool? value) => throw new NotImplementedException();
    public IBulkAppender Add(DateOnly? value) => throw new NotImplementedException();
    public IBulkAppender Add(DateTime? value) => throw new NotImplementedException();
    public IBulkAppender AddNull() => throw new NotImplementedException();
    public void EndRow() => throw new NotImplementedException();
    public void Complete() => throw new NotImplementedException();
    public void Dispose() { }
}
