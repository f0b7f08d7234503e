namespace SpIndicators.DuckDb;

internal sealed class DateColumn(string name) : ColumnReader(name, "DATE", typeof(DateOnly))
{
    public override object GetValue(long row) => GetDate(row);

    public override DateTime GetDateTime(long row) => GetDate(row).ToDateTime(TimeOnly.MinValue);

    public override DateOnly GetDate(long row) => Epoch.TryDate(Stored<int>(row)) ?? throw OutOfRange("infinity or a year beyond 1 to 9999");
}

internal sealed class TimeColumn(string name) : ColumnReader(name, "TIME", typeof(TimeOnly))
{
    public override object GetValue(long row) => GetTime(row);

    public override TimeSpan GetTimeSpan(long row) => GetTime(row).ToTimeSpan();

    public override TimeOnly GetTime(long row)
    {
        var ticks = Stored<long>(row) * TimeSpan.TicksPerMicrosecond;
        return ticks <= TimeOnly.MaxValue.Ticks ? new(ticks) : throw OutOfRange("24:00:00");
    }
}

/// <summary>TIMESTAMP in any precision. TIMESTAMPTZ is an instant and comes as UTC; the others have no zone.</summary>
internal sealed class TimestampColumn(string name, string typeName, long unitsPerSecond, DateTimeKind kind)
    : ColumnReader(name, typeName, typeof(DateTime))
{
    public override object GetValue(long row) => GetDateTime(row);

    public override DateOnly GetDate(long row) => DateOnly.FromDateTime(GetDateTime(row));

    public override DateTime GetDateTime(long row) => Epoch.TryTimestamp(Stored<long>(row), unitsPerSecond, kind)
        ?? throw OutOfRange("infinity or a year beyond 1 to 9999");

    // Only an instant is an instant: a zone is never guessed.
    public override DateTimeOffset GetInstant(long row) => kind == DateTimeKind.Utc ? new(GetDateTime(row)) : base.GetInstant(row);
}

/// <summary>INTERVAL as a length of time; months have none.</summary>
internal sealed class IntervalColumn(string name) : ColumnReader(name, "INTERVAL", typeof(TimeSpan))
{
    public override object GetValue(long row) => GetTimeSpan(row);

    public override TimeSpan GetTimeSpan(long row)
    {
        var stored = Stored<NativeInterval>(row);
        return stored.Months == 0
            ? TimeSpan.FromDays(stored.Days) + TimeSpan.FromMicroseconds(stored.Microseconds)
            : throw OutOfRange($"an interval with months ({stored.Months})");
    }
}
