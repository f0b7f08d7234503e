using System.Globalization;
using SpIndicators.Tests.Architecture;
using SpIndicators.Tests.Data;

namespace SpIndicators.Tests.Pipelines;

/// <summary>
/// national_values.csv: the newest value of each contingency for 21 countries in the UN's release of October 2020, read
/// from the UN's file by hand before there was any code. An empty year says that the release has no value at all.
/// </summary>
public sealed class NationalValueTests(BuiltWarehouse warehouse)
{
    private const string File = "tests/SpIndicators.Tests/Pipelines/national_values.csv";

    [Fact]
    public void NewestValues_OfTheReleaseOfOctober2020_AreAsPublishedOrMissing()
    {
        var expected = CsvText.Records(new StringReader(SourceTree.Read(File))).Skip(1)
            .Select(f => new NationalValue(f[0], f[1], Year(f[2]), Value(f[3]))).ToList();
        var newest = warehouse.Query<NationalValue>(
            """
            select ref_area as Area, contingency as Contingency, max(time_period)::integer as Year, max_by(obs_value, time_period) as Value
            from indicators.coverage
            where source_id = 'unsd_sdg' and vintage = '2020-10-19' and sex = if(contingency = 'MATERNITY', 'F', '_T')
            group by all
            """).ToDictionary(v => (v.Area, v.Contingency));

        Assert.Equal(21 * 9, expected.Count);
        Expect.Nothing(expected
            .Select(e => (Expected: e, Found: newest.GetValueOrDefault((e.Area, e.Contingency), e with { Year = null, Value = null })))
            .Where(pair => pair.Expected != pair.Found)
            .Select(pair => $"{pair.Expected}, found {pair.Found}"));
    }

    private static int? Year(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private static double? Value(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);

    private sealed record NationalValue(string Area, string Contingency, int? Year, double? Value);
}
