using System.Text;

namespace SpIndicators.DuckDb;

internal sealed unsafe class VarcharWriter(string name) : ColumnWriter(name, "VARCHAR")
{
    private byte[] utf8 = new byte[256];

    public override void Write(long row, string value)
    {
        var length = Encode(value);
        fixed (byte* text = utf8)
        {
            NativeMethods.duckdb_unsafe_vector_assign_string_element_len(Vector, (ulong)row, text, (ulong)length);
        }
    }

    private int Encode(string value)
    {
        var needed = Utf8.Strict.GetMaxByteCount(value.Length);
        if (utf8.Length < needed)
        {
            utf8 = new byte[needed];
        }

        try
        {
            return Utf8.Strict.GetBytes(value, utf8);
        }
        catch (EncoderFallbackException error)
        {
            throw Broken(error);
        }
    }
}
