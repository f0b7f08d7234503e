using System.Data.Common;
using SpIndicators.DuckDb;

namespace SpIndicators.Tests.DuckDb;

/// <summary>Short words for the tests of the provider: plain ADO.NET, nothing that hides it.</summary>
internal static class Sql
{
    public static DbConnection OpenInMemory() => DuckDbProvider.Open(new());

    public static DbCommand Command(this DbConnection connection, string text, params (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public static object? Value(this DbConnection connection, string text, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.Command(text, parameters);
        return command.ExecuteScalar();
    }

    public static void Run(this DbConnection connection, string text)
    {
        using var command = connection.Command(text);
        command.ExecuteNonQuery();
    }

    public static long Count(this DbConnection connection, string table) => (long)connection.Value($"select count(*) from {table}")!;
}
