using System.Text;

namespace SpIndicators.DuckDb;

/// <summary>VARCHAR, and what is only another name for it, such as JSON.</summary>
internal sealed class TextColumn(string name) : ColumnReader(name, "VARCHAR", typeof(string))
{
    public override object GetValue(long row) => GetString(row);

    public override string GetString(long row) => Encoding.UTF8.GetString(StoredBytes(row));
}

internal sealed class BlobColumn(string name) : ColumnReader(name, "BLOB", typeof(byte[]))
{
    public override object GetValue(long row) => GetBytes(row).ToArray();

    public override ReadOnlySpan<byte> GetBytes(long row) => StoredBytes(row);
}

/// <summary>ENUM: a number in each row, the words once.</summary>
internal sealed class EnumColumn(string name, string[] words, DuckDbType storage) : ColumnReader(name, "ENUM", typeof(string))
{
    public override object GetValue(long row) => GetString(row);

    public override string GetString(long row) => words[storage switch
    {
        DuckDbType.UTinyInt => Stored<byte>(row),
        DuckDbType.USmallInt => Stored<ushort>(row),
        _ => Stored<uint>(row),
    }];
}
