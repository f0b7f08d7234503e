using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace SpIndicators.DuckDb;

/// <summary>A value for $name. The type sent to DuckDB is that of the value; <see cref="DbType"/> is only remembered.</summary>
internal sealed class DuckDbParameter : DbParameter
{
    private string name = "";
    private string sourceColumn = "";

    public override DbType DbType { get; set; } = DbType.Object;

    public override ParameterDirection Direction
    {
        get => ParameterDirection.Input;
        set => _ = value == ParameterDirection.Input ? value : throw new NotSupportedException("DuckDB knows input parameters only.");
    }

    public override bool IsNullable { get; set; }

    /// <summary>With or without a leading $, @ or :.</summary>
    [AllowNull]
    public override string ParameterName
    {
        get => name;
        set => name = value ?? "";
    }

    public override int Size { get; set; }

    [AllowNull]
    public override string SourceColumn
    {
        get => sourceColumn;
        set => sourceColumn = value ?? "";
    }

    public override bool SourceColumnNullMapping { get; set; }

    public override object? Value { get; set; }

    public override void ResetDbType() => DbType = DbType.Object;
}
