using System.Diagnostics;
using System.Globalization;
using SpIndicators.Core.Methods;
using SpIndicators.Pipelines;
using SpIndicators.Warehouse.Explaining;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Benchmarks;

/// <summary>What a page waits for: warm queries on the published file, in process, parameters changing from run to run.</summary>
internal static class ReaderBench
{
    private const int Runs = 200;
    private static readonly string[] Contingencies = ["TOTAL", "CHILD", "OLDAGE", "UNEMP"];
    private static readonly string[] Areas = ["KEN", "SEN", "DEU", "URY", "IND", "BRA", "FRA"];
    private static readonly string[] Calculated = ["KEN", "SEN", "IND", "BRA"];

    public static void Run(string home)
    {
        using var warehouse = new PublishedWarehouse(new WarehouseHome(home).Warehouse, TimeProvider.System);
        using var session = warehouse.TryOpen()!;
        Time("map: one series over areas", i => session.Query<(string Area, double Value)>(
            """
            select ref_area, obs_value from indicators.indicator_value
            where indicator_id = 'coverage_gap' and contingency = $contingency and sex = '_T'
            qualify row_number() over (partition by ref_area order by time_period desc) = 1
            """,
            new { contingency = Contingencies[i % Contingencies.Length] }).Count);
        Time("country: all its indicators", i => session.Query<(string Indicator, string Contingency, string Sex, short Year, double? Value, string? Flags)>(
            """
            select indicator_id, contingency, sex, time_period, obs_value, flags from indicators.indicator_value
            where ref_area = $area
            """,
            new { area = Areas[i % Areas.Length] }).Count);
        Time("explain: one number, recomputed", i => Explainer.Explain(session, new ExplainedKey("people_uncovered", Areas[i % Areas.Length], null, null, null), "en")!.Inputs.Count);
        Time("map of any WDI series", _ => session.Query<(string Area, double Value)>(
            """
            select ref_area, obs_value from clean.observation
            where source_id = 'worldbank_wdi' and vintage = '2026-07' and series_code = 'NY.GDP.PCAP.CD'
            qualify row_number() over (partition by ref_area order by time_period desc) = 1
            """).Count);
        Time("calculator: one package", i => Calculate(session, Calculated[i % Calculated.Length]));
    }

    /// <summary>What a call of the calculator costs: a country's figures, and the package of them.</summary>
    private static int Calculate(WarehouseSession session, string area)
    {
        var given = session.Query<Figures>(
            "select benefit as Name, persons as Persons, level as Level, months as Months, coverage as Coverage, line as Line, admin as Admin, gdp as Gdp from indicators.package_benefit where ref_area = $area", new { area });
        return FloorPackage.Of(
            new(given[0].Line * 365, given[0].Admin, given[0].Gdp),
            given.Select(b => new FloorPackage.Benefit(b.Name, b.Persons, b.Level, b.Months, b.Coverage))).Benefits.Count;
    }

    private static void Time(string name, Func<int, int> query)
    {
        var rows = Enumerable.Range(0, 20).Select(query).Max();
        var times = Enumerable.Range(0, Runs).Select(i =>
        {
            var clock = Stopwatch.StartNew();
            query(i);
            return clock.Elapsed.TotalMilliseconds;
        }).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-30} median {times[Runs / 2],6:0.00} ms, p95 {times[Runs * 95 / 100],6:0.00} ms, up to {rows} rows"));
    }

    private sealed record Figures(string Name, double Persons, double Level, double Months, double? Coverage, double Line, double Admin, double Gdp);
}
