namespace SpIndicators.DuckDb;

/// <summary>Values for the columns of one table, row by row. Disposed before its last <see cref="Flush"/>, it forgets what it holds.</summary>
internal interface ITableWriter : IDisposable
{
    void WriteNull(int column);

    void Write(int column, string value);

    void Write(int column, long value);

    void Write(int column, double value);

    void Write(int column, decimal value);

    void Write(int column, bool value);

    void Write(int column, DateOnly value);

    void Write(int column, DateTime value);

    void EndRow();

    void Flush();
}
