using System.Numerics;

namespace SpIndicators.DuckDb;

/// <summary>TINYINT to UBIGINT; a value too large for what was asked is an <see cref="OverflowException"/>.</summary>
internal class IntegerColumn<T>(string name, string typeName, Type? valueType = null)
    : ColumnReader(name, typeName, valueType ?? typeof(T))
    where T : unmanaged, IBinaryInteger<T>
{
    public override object GetValue(long row) => Stored<T>(row);

    public sealed override long GetInt64(long row) => long.CreateChecked(Stored<T>(row));

    public sealed override double GetDouble(long row) => double.CreateChecked(Stored<T>(row));

    public sealed override decimal GetDecimal(long row) => decimal.CreateChecked(Stored<T>(row));

    public sealed override BigInteger GetBigInteger(long row) => BigInteger.CreateChecked(Stored<T>(row));
}

/// <summary>HUGEINT and UHUGEINT, which also every sum over whole numbers is: 128 bits.</summary>
internal sealed class HugeIntegerColumn<T>(string name, string typeName)
    : IntegerColumn<T>(name, typeName, typeof(BigInteger))
    where T : unmanaged, IBinaryInteger<T>
{
    // Dapper and most callers know BigInteger, not Int128.
    public override object GetValue(long row) => GetBigInteger(row);
}
