namespace SpIndicators.DuckDb;

/// <summary>
/// What this provider needs of the client underneath. Two exist, one is compiled: Native (over DuckDB's C API)
/// and FullFeed (over DuckDB.NET.Data.Full).
/// </summary>
internal interface IEngineDatabase : IDisposable
{
    IEngineSession Connect();
}
