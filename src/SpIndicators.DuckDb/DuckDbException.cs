using System.Data.Common;

namespace SpIndicators.DuckDb;

/// <summary>What DuckDB refused, in DuckDB's own words, or what this client refused on its behalf.</summary>
internal sealed class DuckDbException(string message, Exception? inner = null) : DbException(message, inner);
