using System.Data.Common;
using Dapper;

namespace SpIndicators.Warehouse.Models;

/// <summary>Makes the relation a model describes.</summary>
public sealed class ModelRunner(DbConnection connection, TimeProvider time)
{
    /// <summary>Creates or replaces the model's relation and says how long it took and how many rows it has.</summary>
    /// <exception cref="ModelException">DuckDB refused the model; nothing was replaced.</exception>
    public ModelRun Run(SqlModel model)
    {
        var started = time.GetTimestamp();
        try
        {
            // The model's text starts on the second line: errors are told in the model's own line numbers.
            var rows = connection.Execute($"create or replace {(model.IsView ? "view" : "table")} {model.FullName} as\n{model.Sql}");
            return new ModelRun(model.FullName, model.IsView ? null : rows, time.GetElapsedTime(started));
        }
        catch (DbException failure)
        {
            throw ModelException.FromEngine([model], failure);
        }
    }

    /// <summary>Runs a check's select and returns the offending rows' number and the first of them as text.</summary>
    /// <exception cref="ModelException">DuckDB refused the check.</exception>
    public (long Rows, string? Example) Check(SqlModel model)
    {
        try
        {
            return connection.QuerySingle<(long, string?)>($"select count(*), first(offending::varchar) from (\n{model.Sql}\n) as offending");
        }
        catch (DbException failure)
        {
            throw ModelException.FromEngine([model], failure);
        }
    }
}
