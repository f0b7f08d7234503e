namespace SpIndicators.DuckDb;

/// <summary>A column that can hold nothing but NULL.</summary>
internal sealed class NullColumn(string name) : ColumnReader(name, "NULL", typeof(object))
{
    public override object GetValue(long row) => DBNull.Value;
}
