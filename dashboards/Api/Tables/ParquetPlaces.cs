namespace SpIndicators.Dashboards.Api.Tables;

/// <summary>
/// Who may have a file of Parquet made: each takes DuckDB up to a gigabyte and both processors, whoever asks from wherever.
/// </summary>
internal sealed class ParquetPlaces : IDisposable
{
    public const int Most = 2;
    public const int SecondsUntilNextTry = 10;

    /// <summary>How long somebody is kept waiting before being told to come again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim free = new(Most);

    /// <summary>A place, free again when it is disposed of; null when none was free in time.</summary>
    public async Task<IDisposable?> Take(CancellationToken cancellation) => await free.WaitAsync(Patience, cancellation) ? new Place(free) : null;

    public void Dispose() => free.Dispose();

    private sealed class Place(SemaphoreSlim free) : IDisposable
    {
        private int isFree;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isFree, 1) == 0)
            {
                free.Release();
            }
        }
    }
}
