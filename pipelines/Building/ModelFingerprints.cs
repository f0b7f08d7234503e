using System.Data.Common;
using Dapper;
using SpIndicators.DuckDb;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Pipelines.Building;

/// <summary>
/// One value for all a model's rows are made of: the engine, its text and the fingerprints of what it reads, down to the
/// bytes of the snapshots. Two models that read the same source through <c>clean.obs_source</c> share nothing with the others,
/// so a new file of one agency leaves their tables alone.
/// </summary>
/// <param name="connection">Where the reference tables lie.</param>
/// <param name="models">Every model of the flow.</param>
/// <param name="made">Fingerprints known beforehand: of code lists and of <see cref="SourceViews"/>.</param>
internal sealed class ModelFingerprints(DbConnection connection, IEnumerable<SqlModel> models, IReadOnlyDictionary<string, string> made)
{
    private readonly Dictionary<string, SqlModel> models = models.ToDictionary(m => m.FullName, StringComparer.Ordinal);
    private readonly Dictionary<string, string> known = new(made, StringComparer.Ordinal);

    public string Of(SqlModel model) => Of(model.FullName);

    private string Of(string relation)
    {
        if (!known.TryGetValue(relation, out var fingerprint))
        {
            fingerprint = models.TryGetValue(relation, out var model)
                ? KeptTables.Fingerprint([DuckDbProvider.EngineVersion, model.Sql, .. SqlReferences.Of(connection, model).Select(read => $"{read}={Of(read)}")])
                : ContentOf(relation);
            known.Add(relation, fingerprint);
        }

        return fingerprint;
    }

    /// <summary>Of a table's rows and column names: cards, which are few.</summary>
    private string ContentOf(string relation)
    {
        try
        {
            return connection.ExecuteScalar<string>($"select coalesce(md5(string_agg(t::varchar, chr(10) order by t::varchar)), 'empty') from {relation} as t")!;
        }
        catch (DbException failure)
        {
            var reader = models.Values.First(m => SqlReferences.Of(connection, m).Contains(relation));
            throw ModelException.Of(reader, relation.StartsWith("reference.", StringComparison.Ordinal)
                ? $"reads the code list {relation["reference.".Length..]}.csv, which is not in the folder reference"
                : $"reads {relation}, which nothing makes ({failure.Message.Split('\n')[0]})");
        }
    }
}
