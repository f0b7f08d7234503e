namespace SpIndicators.DuckDb;

internal sealed class DoubleColumn(string name) : ColumnReader(name, "DOUBLE", typeof(double))
{
    public override object GetValue(long row) => Stored<double>(row);

    public override double GetDouble(long row) => Stored<double>(row);

    public override decimal GetDecimal(long row) => (decimal)Stored<double>(row);
}

internal sealed class FloatColumn(string name) : ColumnReader(name, "FLOAT", typeof(float))
{
    public override object GetValue(long row) => Stored<float>(row);

    public override double GetDouble(long row) => Stored<float>(row);

    public override decimal GetDecimal(long row) => (decimal)Stored<float>(row);
}
