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
        var kind = model.IsView ? "view" : "table";
        return Create(model, $"create or replace {kind} {model.FullName} as", model.FullName);
    }

    /// <summary>
    /// Runs <paramref name="model"/> behind a first line of SQL of the caller's. The statement's own text starts on
    /// the second line, so that an error can be told in the model's line numbers.
    /// </summary>
    public ModelRun Create(SqlModel model, string firstLine, string relation, string after = "")
    {
        var started = time.GetTimestamp();
        try
        {
            var rows = connection.Execute($"{firstLine}\n{model.Sql}{after}");
            return new ModelRun(relation, model.IsView ? null : rows, time.GetElapsedTime(started));
        }
        catch (DbException failure)
        {
            throw ModelException.FromEngine(model, linesBefore: 1, failure);
        }
    }
}
