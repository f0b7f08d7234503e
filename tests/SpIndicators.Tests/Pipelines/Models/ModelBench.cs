using System.Data.Common;
using SpIndicators.DuckDb;
using SpIndicators.Pipelines;
using SpIndicators.Tests.DuckDb;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Tests.Pipelines.Models;

/// <summary>
/// Runs one model of the flow, as it lies in its file, on a few given rows in an empty database, and holds what it
/// makes against the rows expected.
/// </summary>
internal sealed class ModelBench : IDisposable
{
    private readonly DbConnection connection = DuckDbProvider.Open(new DuckDbOptions());

    public ModelBench() =>
        connection.Run("create schema reference; create schema raw; create schema clean; create schema indicators; create schema meta; create schema checks");

    /// <summary>Makes a relation of a <see cref="TextTable"/>; <paramref name="more"/> are columns that are the same in every row.</summary>
    public ModelBench Given(string relation, string table, string more = "")
    {
        var rows = TextTable.Parse(table);
        connection.Run($"create table {relation} as select *{(more.Length > 0 ? $", {more}" : "")} from ({rows.AsQuery()})");
        return this;
    }

    /// <summary>Every other relation the model reads is there, with the columns of <paramref name="like"/>, and has no rows.</summary>
    public ModelBench GivenNothingElse(string model, string like)
    {
        foreach (var relation in SqlReferences.Of(connection, FlowModels.Embedded.Model(model)))
        {
            connection.Run($"create table if not exists {relation} as from {like} limit 0");
        }

        return this;
    }

    /// <summary>Makes a relation of a select over given ones.</summary>
    public void View(string relation, string select) => connection.Run($"create view {relation} as {select}");

    /// <summary>Runs a model that the one under test reads.</summary>
    public ModelBench Makes(string model)
    {
        new ModelRunner(connection, TimeProvider.System).Run(FlowModels.Embedded.Model(model));
        return this;
    }

    /// <summary>Runs the model and compares the columns the expectation names; other columns are free.</summary>
    public void Gives(string model, string expected) => Makes(model).Sees(model, expected);

    /// <summary>Compares the columns the expectation names of a relation that is there.</summary>
    public void Sees(string model, string expected)
    {
        var table = TextTable.Parse(expected);
        var found = new List<string>();
        using var command = connection.Command($"select {string.Join(", ", table.Columns.Select(c => $"\"{c}\"::varchar"))} from {model}");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            found.Add(TextTable.Line(Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetString(i))));
        }

        var wanted = table.Rows.Select(TextTable.Line).ToList();
        if (!wanted.Order(StringComparer.Ordinal).SequenceEqual(found.Order(StringComparer.Ordinal)))
        {
            Assert.Fail($"""
                {model} gives other rows. Columns: {string.Join(" | ", table.Columns)}
                expected, not found:
                {Difference(wanted, found)}
                found, not expected:
                {Difference(found, wanted)}
                """);
        }
    }

    /// <summary>Runs the model and gives one of its columns, for numbers that are right up to rounding only.</summary>
    public IReadOnlyList<T> Column<T>(string model, string column)
    {
        new ModelRunner(connection, TimeProvider.System).Run(FlowModels.Embedded.Model(model));
        using var command = connection.Command($"select {column} from {model}");
        using var reader = command.ExecuteReader();
        var found = new List<T>();
        while (reader.Read())
        {
            found.Add(reader.GetFieldValue<T>(0));
        }

        return found;
    }

    public void Dispose() => connection.Dispose();

    private static string Difference(List<string> rows, List<string> without)
    {
        var left = rows.ToList();
        without.ForEach(r => left.Remove(r));
        return left.Count == 0 ? "  (nothing)" : string.Join('\n', left.Select(r => "  " + r));
    }
}
