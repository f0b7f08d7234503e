namespace SpIndicators.DuckDb;

/// <summary>DuckDB counts days and fractions of seconds from 1970-01-01; years before 1 and "infinity" have no .NET value.</summary>
internal static class Epoch
{
    private static readonly int FirstDay = new DateOnly(1970, 1, 1).DayNumber;

    public static int Days(DateOnly date) => date.DayNumber - FirstDay;

    /// <summary>.NET knows tenths of a microsecond, DuckDB does not: they are cut off downwards.</summary>
    public static long Microseconds(DateTime time) =>
        (long)Math.Floor((decimal)(time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);

    public static DateOnly? TryDate(int days) => (long)days + FirstDay is var number && number >= 0 && number <= DateOnly.MaxValue.DayNumber
        ? DateOnly.FromDayNumber((int)number)
        : null;

    public static DateTime? TryTimestamp(long units, long unitsPerSecond, DateTimeKind kind)
    {
        var ticks = (Int128)units * TimeSpan.TicksPerSecond;
        ticks = (ticks - Modulo(ticks, unitsPerSecond)) / unitsPerSecond + DateTime.UnixEpoch.Ticks;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTime((long)ticks, kind) : null;
    }

    private static Int128 Modulo(Int128 value, Int128 divisor) => (value % divisor + divisor) % divisor;
}
