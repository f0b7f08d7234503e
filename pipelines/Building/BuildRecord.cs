using System.Data.Common;
using System.Reflection;
using Dapper;
using SpIndicators.Core.Provenance;
using SpIndicators.DuckDb;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Pipelines.Building;

/// <summary><c>meta.build</c>: one row that says what this warehouse is and how it came about.</summary>
internal static class BuildRecord
{
    public static void Write(DbConnection connection, string fingerprint, DateTimeOffset builtAt, TimeSpan duration)
    {
        // The SDK writes version+commit into the informational version.
        var version = typeof(BuildRecord).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+') ?? [];
        connection.Execute("""
            create or replace table meta.build as
            select
                null::varchar as vintage,
                $built_at::timestamp as built_at,
                $git_commit::varchar as git_commit,
                $app_version::varchar as app_version,
                $duckdb_version::varchar as duckdb_version,
                $duration_ms::double as duration_ms,
                (select sum(observations)::bigint from indicators.snapshot) as observation_rows,
                (select sum(rejected)::bigint from indicators.snapshot) as rejected_rows,
                $fingerprint::varchar as input_fingerprint,
                $layout::integer as layout
            """,
            new
            {
                built_at = builtAt.UtcDateTime,
                git_commit = version.ElementAtOrDefault(1),
                app_version = version.ElementAtOrDefault(0),
                duckdb_version = DuckDbProvider.EngineVersion,
                duration_ms = duration.TotalMilliseconds,
                fingerprint,
                layout = PublishedLayout.Version,
            });
    }

    public static void SetVintage(DbConnection connection, PublishedVintage vintage) =>
        connection.Execute("update meta.build set vintage = $vintage", new { vintage = vintage.ToString() });
}
