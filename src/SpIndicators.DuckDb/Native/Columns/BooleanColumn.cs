namespace SpIndicators.DuckDb;

internal sealed class BooleanColumn(string name) : ColumnReader(name, "BOOLEAN", typeof(bool))
{
    public override object GetValue(long row) => GetBoolean(row);

    public override bool GetBoolean(long row) => Stored<byte>(row) != 0;
}
