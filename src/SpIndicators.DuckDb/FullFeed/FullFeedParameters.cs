using System.Data.Common;
using System.Globalization;
using System.Numerics;
using DuckDB.NET.Data;

namespace SpIndicators.DuckDb;

/// <summary>Parameters as DuckDB.NET wants them: bare names, and values it binds without turning them into text.</summary>
internal static class FullFeedParameters
{
    public static DuckDBParameter[] For(DbParameterCollection parameters, string statement)
    {
        var copies = parameters.Cast<DbParameter>().Select(Copy).ToList();

        // DuckDB.NET counts before DuckDB can name what is missing: spare parameters leave the complaint to DuckDB.
        if (copies.Count == 0 || copies.Any(copy => copy.ParameterName.Length > 0))
        {
            var spares = statement.Count(letter => letter == '$') - copies.Count;
            copies.AddRange(Enumerable.Range(0, Math.Max(spares, 0)).Select(i => new DuckDBParameter($"spare parameter {i}", null)));
        }

        return [.. copies];
    }

    private static DuckDBParameter Copy(DbParameter parameter)
    {
        var name = parameter.ParameterName.TrimStart('$', '@', ':');
        return new(name, Value(name, parameter.Value));
    }

    private static object? Value(string name, object? value) => value switch
    {
        null or DBNull => null,
        string text => FullFeedText.Whole(text, $"parameter ${name}"),
        char letter => FullFeedText.Whole(letter.ToString(), $"parameter ${name}"),
        Enum word => Convert.ChangeType(word, Enum.GetUnderlyingType(word.GetType()), CultureInfo.InvariantCulture),
        bool or sbyte or byte or short or ushort or int or uint or long or ulong or BigInteger or float or double or decimal
            or DateOnly or TimeOnly or DateTime or DateTimeOffset or TimeSpan or Guid or byte[] => value,
        _ => throw new NotSupportedException($"Parameter ${name} is a {value.GetType().Name}, which DuckDB has no type for: pass text or a number."),
    };
}
