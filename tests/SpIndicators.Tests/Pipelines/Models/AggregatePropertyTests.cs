using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace SpIndicators.Tests.Pipelines.Models;

/// <summary>What holds for every set of countries, said of the SQL that is published and not of a method beside it.</summary>
public sealed class AggregatePropertyTests
{
    private const string Common =
        "'TOTAL' as contingency, '_T' as sex, 2020::smallint as time_period, 's' as source_id, 'v' as vintage, 'c' as series_code, 'sha' as snapshot_sha256";

    /// <summary>Three to nine countries, some of them without a value, some with rates over 100.</summary>
    private static readonly Arbitrary<Country[]> Groups = (
        from size in Gen.Choose(3, 9)
        from rates in Gen.Choose(-300, 1200).ArrayOf(size)
        from weights in Gen.Choose(1, 1_400_000_000).ArrayOf(size)
        select Enumerable.Range(0, size).Select(i => new Country($"C{i}", weights[i], rates[i] < 0 ? null : rates[i] / 10.0)).ToArray()).ToArbitrary();

    [Fact]
    public void Mean_OfAnyGroup_LiesBetweenItsMembersAndNeedsItsMinimum() => Holds(countries =>
    {
        var made = Made(countries);
        var known = countries.Where(c => c.Rate is not null).ToList();
        var isEnough = known.Count >= 3 && known.Sum(c => (double)c.Weight) >= 0.5 * countries.Sum(c => (double)c.Weight);
        return made.Coverage is { } mean
            ? isEnough && mean >= known.Min(c => c.Shown) - 1e-9 && mean <= known.Max(c => c.Shown) + 1e-9
            : !isEnough;
    });

    [Fact]
    public void Country_WithoutData_ChangesNothingButTheShare() => Holds(countries =>
    {
        var (one, other) = (Made(countries), Made([.. countries, new("ZZZ", 1, null)]));
        return Near(one.Coverage, other.Coverage) && one.Known == other.Known && (one.Known == 0 || other.Share < one.Share);
    });

    [Fact]
    public void Group_WithItsMembersInAnotherOrder_IsTheSame() => Holds(countries =>
    {
        var (one, other) = (Made(countries), Made([.. countries.Reverse()]));
        return Near(one.Coverage, other.Coverage) && Near(one.Share, other.Share);
    });

    [Fact]
    public void Group_WithItsWeightsInThousands_IsTheSame() => Holds(countries =>
    {
        var (one, other) = (Made(countries), Made(countries, scale: 1e-3));
        return Near(one.Coverage, other.Coverage) && Near(one.Share, other.Share);
    });

    /// <summary>The line and all incomes in another currency: cost and gap, in % of GDP, stay what they are.</summary>
    [Fact]
    public void Package_WhenAllIncomesAreScaled_IsTheSame() =>
        Prop.ForAll(Gen.Choose(1, 100_000).Select(n => n / 100.0).ToArbitrary(), scale =>
        {
            var (one, other) = (Package(1), Package(scale));
            return Near(one.Cost, other.Cost) && Near(one.Gap, other.Gap) && one.Cost > 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    private static void Holds(Func<Country[], bool> property) => Prop.ForAll(Groups, property).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    private static (double? Coverage, double Share, long Known) Made(Country[] countries, double scale = 1)
    {
        string Rows(Func<Country, FormattableString> row) => string.Join('\n', countries.Select(c => FormattableString.Invariant(row(c))));
        using var bench = new ModelBench();
        bench
            .Given("indicators.aggregate_group", "iso3\n" + Rows(c => $"{c.Area}"), "'G' as group_code, 2020::smallint as time_period")
            .Given("indicators.aggregate_country",
                "ref_area | coverage:double | weight:double\n" + Rows(c => $"{c.Area} | {(c.Rate is null ? "" : c.Shown.ToString("R", CultureInfo.InvariantCulture))} | {c.Weight * scale:R}"),
                Common + ", 2020::smallint as value_year, 'w' as weight_source, 'ws' as weight_series, 'wsha' as weight_sha256");
        var made = bench.Column<string>("indicators.aggregate", "coalesce(coverage::varchar, '') || ';' || weight_covered || ';' || countries_with_value");
        return made is [var row] && row.Split(';') is [var coverage, var share, var known]
            ? (coverage.Length == 0 ? null : Number(coverage), Number(share), long.Parse(known, CultureInfo.InvariantCulture))
            : (null, 0, 0);
    }

    private static (double? Cost, double? Gap) Package(double scale)
    {
        using var bench = new ModelBench();
        bench.Given("indicators.package_figure", FormattableString.Invariant($"""
            benefit | input | obs_value:double
            oldage | base_population | 90
            oldage | level | 100
            oldage | months | 12
            oldage | published_coverage | 40
            '' | line | {2 * scale:R}
            '' | admin | 5
            '' | population | 1000
            '' | gdp_per_head | {730 * scale:R}
            """), "'KEN' as ref_area, 2024::smallint as time_period, '' as flags, 'x' as series_code, 2024::smallint as source_time_period");
        var row = bench.Column<string>("indicators.package_benefit", "cost || ';' || gap")[0].Split(';');
        return (Number(row[0]), Number(row[1]));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static bool Near(double? one, double? other) =>
        one is null ? other is null : other is not null && Math.Abs(one.Value - other.Value) <= 1e-9 * Math.Max(1, Math.Abs(one.Value));

    private sealed record Country(string Area, int Weight, double? Rate)
    {
        public double Shown => Math.Min(100, Rate ?? 0);
    }
}
