using System.Data.Common;
using Dapper;

namespace SpIndicators.Operations.Storage;

/// <summary>One connection and its transaction, with the caller's token in every statement.</summary>
internal sealed class Session(DbConnection connection, DbTransaction? transaction, CancellationToken cancellation)
{
    public Task<int> Execute(string sql, object? values = null) => connection.ExecuteAsync(Command(sql, values));

    public async Task<List<T>> Query<T>(string sql, object? values = null) => (await connection.QueryAsync<T>(Command(sql, values))).AsList();

    public Task<T?> First<T>(string sql, object? values = null) => connection.QueryFirstOrDefaultAsync<T>(Command(sql, values));

    private CommandDefinition Command(string sql, object? values) => new(sql, values, transaction, cancellationToken: cancellation);
}
