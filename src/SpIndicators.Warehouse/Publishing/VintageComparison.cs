using System.Data.Common;
using Dapper;
using SpIndicators.Core.Operations;
using SpIndicators.DuckDb;

namespace SpIndicators.Warehouse.Publishing;

/// <summary>
/// What one warehouse file changes of what readers saw in another: the revisions that came with releases of sources which the
/// other file did not have. A source's first release has no revision: all of it is added.
/// </summary>
public static class VintageComparison
{
    /// <summary>
    /// One row a revision; <c>anomaly</c> is a <see cref="RevisionAnomaly"/> by name.
    /// </summary>
    private const string Revisions = """
        with unit as (
            select source_id, vintage, series_code, min(unit_measure) as unit_measure from clean.observation_count group by all
        ),

        broken as (
            select source_id, vintage, series_code, ref_area, time_period, sex from indicators.coverage where flags like '%break%'
        ),

        revision as (
            select r.*,
                coalesce(u.unit_measure like 'PT%', false) as is_percentage,
                b.source_id is not null as is_break
            from clean.revision as r
            left join unit as u on u.source_id = r.source_id and u.vintage = r.vintage_to and u.series_code = r.series_code
            left join broken as b
                on b.source_id = r.source_id and b.vintage = r.vintage_to and b.series_code = r.series_code and b.ref_area = r.ref_area
                and b.time_period = r.time_period and b.sex = r.sex and r.age = '_T' and r.breakdown = '_T'
            where r.source_id || ' ' || r.vintage_to in (select unnest(string_split($releases, '|')))
        )

        select source_id, series_code, ref_area, time_period::integer as time_period, sex, value_from, value_to, change,
            case
                when change = 'series_absent' then 'SeriesGone'
                when change = 'withdrawn' then 'ValueGone'
                when change = 'changed' and is_percentage and abs(value_to - value_from) > 15 then 'MoreThan15Points'
                when change = 'changed' and not is_percentage and abs(value_to - value_from) > abs(value_from) / 2 then 'MoreThanHalf'
                when is_break then 'Break'
            end as anomaly
        from revision
        """;

    /// <param name="file">A finished warehouse, published or waiting.</param>
    /// <param name="before">What readers saw; null when they saw nothing.</param>
    public static RunDifference Count(string file, string? before)
    {
        using var connection = Open(file);
        var (releases, first) = NewReleases(connection, before);
        var (added, changed, withdrawn, anomalies) = connection.QuerySingle<(long, long, long, long)>($"""
            select count(*) filter (where change = 'added'), count(*) filter (where change = 'changed'),
                count(*) filter (where change in ('withdrawn', 'series_absent')), count(anomaly)
            from ({Revisions})
            """, new { releases });
        return new RunDifference(added + first.Sum(release => release.Observations), changed, withdrawn, anomalies);
    }

    /// <summary>The same by source and country, most changes first.</summary>
    public static IReadOnlyList<CountryDifference> Countries(string file, string? before)
    {
        using var connection = Open(file);
        var (releases, first) = NewReleases(connection, before);
        return connection.Query<CountryDifference>($"""
            with figure as (
                select source_id, coalesce(ref_area, '') as ref_area, change, anomaly from ({Revisions})
                union all
                select source_id, ref_area, 'added', null from clean.observation where source_id || ' ' || vintage in (select unnest(string_split($first, '|')))
            )

            select f.source_id as SourceId, f.ref_area as RefArea,
                coalesce(any_value(a.name_en), f.ref_area) as NameEn, coalesce(any_value(a.name_fr), f.ref_area) as NameFr, coalesce(any_value(a.name_es), f.ref_area) as NameEs,
                count(*) filter (f.change = 'added') as Added, count(*) filter (f.change = 'changed') as Changed,
                count(*) filter (f.change in ('withdrawn', 'series_absent')) as Withdrawn, count(f.anomaly) as Anomalies
            from figure as f
            left join indicators.ref_area as a on a.ref_area = f.ref_area
            group by f.source_id, f.ref_area
            having Added + Changed + Withdrawn + Anomalies > 0
            order by Added + Changed + Withdrawn desc, Anomalies desc, f.ref_area, f.source_id
            """, new { releases, first = string.Join('|', first.Select(release => release.Label)) }).AsList();
    }

    /// <summary>One row a figure, what is odd first.</summary>
    /// <param name="refArea">Of one country or group; null: of all.</param>
    /// <param name="take">At most so many.</param>
    public static IReadOnlyList<RevisionRow> Rows(string file, string? before, string? refArea, int take)
    {
        using var connection = Open(file);
        var (releases, _) = NewReleases(connection, before);
        return [.. connection.Query<(string Source, string Series, string? Area, int? Year, string? Sex, double? From, double? To, string Change, string? Anomaly)>($"""
            from ({Revisions})
            where change <> 'relabelled' and ($refArea::varchar is null or coalesce(ref_area, '') = $refArea)
            order by anomaly is null, source_id, series_code, ref_area, time_period, sex
            limit $take
            """, new { releases, refArea, take })
            .Select(r => new RevisionRow(r.Source, r.Series, r.Area ?? "", r.Year ?? 0, r.Sex ?? "_T", r.From, r.To, r.Change == "series_absent" ? "withdrawn" : r.Change, r.Anomaly is null ? null : Enum.Parse<RevisionAnomaly>(r.Anomaly)))];
    }

    /// <summary>The sha256 of every snapshot a warehouse was made of.</summary>
    public static IReadOnlySet<string> Releases(string file)
    {
        using var connection = Open(file);
        return connection.Query<string>("select snapshot_sha256 from indicators.snapshot").ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The same of a file that another version of the program may have made, or that was pruned meanwhile: then none are known.</summary>
    public static IReadOnlySet<string> KnownReleases(string file)
    {
        try
        {
            return Releases(file);
        }
        catch (DbException)
        {
            return new HashSet<string>();
        }
    }

    /// <summary>Releases that <paramref name="before"/> had not, and those of them that are a source's first, with their figures.</summary>
    private static (string Labels, IReadOnlyList<(string Label, long Observations)> First) NewReleases(DbConnection connection, string? before)
    {
        const string Releases = "select source_id, vintage, snapshot_sha256, observations, released_on from indicators.snapshot order by released_on, vintage";
        var known = new HashSet<string>(StringComparer.Ordinal);
        if (before is not null)
        {
            using var earlier = Open(before);
            known.UnionWith(earlier.Query<(string Source, string Vintage, string Sha, long, DateTime)>(Releases).Select(r => $"{r.Source} {r.Vintage} {r.Sha}"));
        }

        var all = connection.Query<(string Source, string Vintage, string Sha, long Observations, DateTime)>(Releases).ToList();
        var isNew = all.Where(r => !known.Contains($"{r.Source} {r.Vintage} {r.Sha}")).ToList();
        var first = all.DistinctBy(r => r.Source).Where(isNew.Contains).Select(r => ($"{r.Source} {r.Vintage}", r.Observations));
        return (string.Join('|', isNew.Select(r => $"{r.Source} {r.Vintage}")), [.. first]);
    }

    private static DbConnection Open(string file) => DuckDbProvider.Open(DuckDbOptions.ToRead(file));
}
