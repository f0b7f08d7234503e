using System.Data;
using System.Data.Common;

namespace SpIndicators.DuckDb;

/// <summary>One execution. Where no rows are wanted, only the number of changed ones is.</summary>
internal sealed record SessionCommand(
    DuckDbConnection Connection,
    string Sql,
    DbParameterCollection Parameters,
    CommandBehavior Behavior,
    ExecutionWatch Watch,
    bool RowsWanted);
