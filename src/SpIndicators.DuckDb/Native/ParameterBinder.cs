using System.Data.Common;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace SpIndicators.DuckDb;

/// <summary>Hands values to a prepared statement, each as the DuckDB type that holds it exactly.</summary>
internal static unsafe class ParameterBinder
{
    private const byte WidestDecimal = 38;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void Bind(PreparedHandle statement, DbParameterCollection parameters)
    {
        var count = NativeMethods.duckdb_nparams(statement);
        for (var position = 1UL; position <= count; position++)
        {
            var name = Utf8.Take(NativeMethods.duckdb_parameter_name(statement, position));
            var value = Find(parameters, name).Value;
            if (Bind(statement, position, name, value) != 0)
            {
                throw new DuckDbException($"DuckDB did not accept the value of parameter ${name} ({value}).");
            }
        }
    }

    private static DbParameter Find(DbParameterCollection parameters, string name)
    {
        var place = parameters.IndexOf(name);
        if (place < 0 && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var position) && position <= parameters.Count)
        {
            place = position - 1;
        }

        return place >= 0 ? parameters[place] : throw new DuckDbException($"The query needs a value for parameter ${name}; none was given.");
    }

    private static int Bind(PreparedHandle statement, ulong position, string name, object? value) => value switch
    {
        null or DBNull => NativeMethods.duckdb_bind_null(statement, position),
        string text => Text(statement, position, name, text),
        bool truth => NativeMethods.duckdb_bind_boolean(statement, position, truth),
        int number => NativeMethods.duckdb_bind_int32(statement, position, number),
        long number => NativeMethods.duckdb_bind_int64(statement, position, number),
        double number => NativeMethods.duckdb_bind_double(statement, position, number),
        decimal number => NativeMethods.duckdb_bind_decimal(statement, position, Decimal(number)),
        DateOnly date => NativeMethods.duckdb_bind_date(statement, position, Epoch.Days(date)),
        DateTime time => NativeMethods.duckdb_bind_timestamp(statement, position, Epoch.Microseconds(time)),
        DateTimeOffset time => NativeMethods.duckdb_bind_timestamp_tz(statement, position, Epoch.Microseconds(time.UtcDateTime)),
        TimeOnly time => NativeMethods.duckdb_bind_time(statement, position, time.Ticks / TimeSpan.TicksPerMicrosecond),
        TimeSpan length => NativeMethods.duckdb_bind_interval(statement, position, new(0, 0, length.Ticks / TimeSpan.TicksPerMicrosecond)),
        byte[] bytes => Blob(statement, position, bytes),
        Guid id => Uuid(statement, position, id),
        // Stored as its number: the word is a matter of the program, not of the figures.
        Enum word => Bind(statement, position, name, Convert.ChangeType(word, Enum.GetUnderlyingType(word.GetType()), CultureInfo.InvariantCulture)),
        float number => NativeMethods.duckdb_bind_float(statement, position, number),
        sbyte number => NativeMethods.duckdb_bind_int8(statement, position, number),
        short number => NativeMethods.duckdb_bind_int16(statement, position, number),
        byte number => NativeMethods.duckdb_bind_uint8(statement, position, number),
        ushort number => NativeMethods.duckdb_bind_uint16(statement, position, number),
        uint number => NativeMethods.duckdb_bind_uint32(statement, position, number),
        ulong number => NativeMethods.duckdb_bind_uint64(statement, position, number),
        BigInteger number => Huge(statement, position, number),
        char letter => Text(statement, position, name, letter.ToString()),
        _ => throw new NotSupportedException($"Parameter ${name} is a {value.GetType().Name}, which DuckDB has no type for: pass text or a number."),
    };

    private static int Text(PreparedHandle statement, ulong position, string name, string text)
    {
        try
        {
            var utf8 = StrictUtf8.GetBytes(text);
            fixed (byte* start = &First(utf8))
            {
                return NativeMethods.duckdb_bind_varchar_length(statement, position, start, (ulong)utf8.Length);
            }
        }
        catch (EncoderFallbackException)
        {
            throw new DuckDbException($"The text of parameter ${name} holds half of a surrogate pair, which is no character.");
        }
    }

    private static int Blob(PreparedHandle statement, ulong position, byte[] bytes)
    {
        fixed (byte* start = &First(bytes))
        {
            return NativeMethods.duckdb_bind_blob(statement, position, start, (ulong)bytes.Length);
        }
    }

    // Also an empty array needs an address that is not null.
    private static ref byte First(byte[] bytes) => ref MemoryMarshal.GetArrayDataReference(bytes);

    private static int Uuid(PreparedHandle statement, ulong position, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var number = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
        using var value = new ValueHandle(NativeMethods.duckdb_create_uuid(NativeHugeInt.From(number)));
        return NativeMethods.duckdb_bind_value(statement, position, value);
    }

    private static int Huge(PreparedHandle statement, ulong position, BigInteger number) => number > (BigInteger)Int128.MaxValue
        ? NativeMethods.duckdb_bind_uhugeint(statement, position, NativeHugeInt.From((UInt128)number))
        : NativeMethods.duckdb_bind_hugeint(statement, position, NativeHugeInt.From((Int128)number));

    private static NativeDecimal Decimal(decimal number)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(number, parts);
        var digits = new UInt128(unchecked((uint)parts[2]), unchecked((ulong)(uint)parts[1] << 32 | (uint)parts[0]));
        return new(WidestDecimal, number.Scale, NativeHugeInt.From(decimal.IsNegative(number) ? -(Int128)digits : (Int128)digits));
    }
}
