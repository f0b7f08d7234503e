using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Exports.Hostile;

/// <summary>
/// Names that somebody chose to do harm, and names that only happen, each the name of an area and the note of its figure.
/// Letters that XML cannot hold are apart (<see cref="Controls"/>): they cannot survive everywhere.
/// </summary>
internal static class HostileNames
{
    /// <summary>An area whose name has letters that no XML holds, and what is left of it there.</summary>
    public const string Controls = "HYY";
    public const string WithControls = "bell\u0007 and page\u000cbreak";
    public const string WithoutControls = "bell and pagebreak";

    /// <summary>Of a source: its publisher, title and licence.</summary>
    public const string Source = "=1+1 \"two\"\n<script>alert(1)</script> ]]> } { \\ ../ مصر 👩🏽‍🏭";

    public static readonly IReadOnlyDictionary<string, string> ByArea = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["HAA"] = "=HYPERLINK(\"http://evil.example\";\"x\")",
        ["HAB"] = "+1+cmd|' /C calc'!A0",
        ["HAC"] = "-2+3",
        ["HAD"] = "@SUM(A1:A9)",
        ["HAE"] = "\tTab,\tbed ",
        ["HAF"] = "\rReturn",
        ["HAG"] = "\"two\" 'single', a comma; a semicolon | a bar",
        ["HAH"] = "one line\nand\r\nanother\rand a third",
        ["HAI"] = "المملكة العربية \u202eSaudi\u202c ישראל",
        ["HAJ"] = "👩🏽‍🏭 🇪🇬 é 漢字",
        ["HAK"] = "../../etc/passwd",
        ["HAL"] = "..\\..\\CON .csv",
        ["HAM"] = "<script>alert(1)</script><b onclick=\"x\">",
        ["HAN"] = "]]> & &amp; <!-- --> <?xml?>",
        ["HAO"] = "{0} %s $name ${x} `id` \\n \\u0041 _x0041_",
        ["HAP"] = "'already quoted",
    };

    /// <summary>The areas with a figure each, a source that is called as badly, and a revision of every figure.</summary>
    public static string Sql { get; } = $"""
        insert into indicators.ref_area by name select v.ref_area, 'country' as kind, v.name as name_en, v.name as name_fr, v.name as name_es from (values {Rows}) as v(ref_area, name);
        insert into indicators.coverage by name
        select 'ilostat_sdg_0131' as source_id, '2022-04-17' as vintage, true as is_default, 'TOTAL' as contingency, '_T' as sex, v.ref_area,
            2020 as time_period, 50.0 as obs_value, v.name as comment_obs, v.name as source_detail, '' as flags, true as is_latest, 50.0 as coverage, 50.0 as gap_pp,
            'SOC_TOTAL' as series_code, repeat('ab', 32) as snapshot_sha256
        from (values {Rows}) as v(ref_area, name);
        insert into indicators.coverage_revision by name
        select 'TOTAL' as contingency, v.ref_area, 2016 as time_period, 'withdrawn' as change, 1.0 as value_before, 'unsd_sdg' as source_id, '2024-02-17' as vintage,
            '2020-10-19' as vintage_before, '_T' as sex, 'SI_COV_TOTAL' as series_code, 1.0 as coverage_before
        from (values {Rows}) as v(ref_area, name);
        update indicators.source set producer = {Quoted(Source)}, title = {Quoted(Source)}, title_fr = {Quoted(Source)}, title_es = {Quoted(Source)}, licence = {Quoted(Source)},
            attribution = {Quoted(Source)}
        where source_id = 'ilostat_sdg_0131';

        """;

    /// <summary>As CSV and workbooks write a text that a program might take for a formula. Said here once more, not asked of the code that is tested.</summary>
    public static string Harmless(string name) => "=+-@\t\r".Contains(name[0], StringComparison.Ordinal) ? "'" + name : name;

    private static string Rows => string.Join(", ", ByArea.Append(new(Controls, WithControls)).Select(area => $"('{area.Key}', {Quoted(area.Value)})"));

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}

/// <summary>The dashboard over a warehouse in which every name is hostile.</summary>
public sealed class HostileDashboard : IAsyncLifetime
{
    internal Dashboard Dashboard { get; } = Dashboard.Over(CountryWarehouseSql.Text + HostileNames.Sql);

    public ValueTask InitializeAsync() => Dashboard.InitializeAsync();

    public ValueTask DisposeAsync() => Dashboard.DisposeAsync();
}
