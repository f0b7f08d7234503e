using System.Text.Json.Nodes;
using SpIndicators.Pipelines;
using SpIndicators.Tests.Architecture;

namespace SpIndicators.Tests.Data;

/// <summary>The code lists have unique keys, complete names where pages need them, and agree with the figures.</summary>
public sealed class ReferenceListTests
{
    private static readonly string[] s_contingencies =
        ["TOTAL", "CHILD", "MATERNITY", "DISABILITY", "OLDAGE", "UNEMP", "INJURY", "VULNERABLE", "POOR"];

    [Theory]
    [InlineData("ref_area", "iso3")]
    [InlineData("groups", "group_code")]
    [InlineData("group_member", "group_code", "iso3")]
    [InlineData("income_history", "iso3", "fiscal_year_end")]
    [InlineData("area_alias", "source_id", "source_code")]
    [InlineData("area_name", "ref_area", "name")]
    [InlineData("other_area", "ref_area")]
    [InlineData("denominator_area", "ref_area")]
    [InlineData("contingency", "contingency")]
    [InlineData("coverage_series", "source_id", "series_code")]
    [InlineData("series", "source_id", "series_code")]
    [InlineData("ilo_contingency", "code")]
    [InlineData("sex", "code")]
    [InlineData("obs_status", "code")]
    [InlineData("c102_ratification", "iso3")]
    [InlineData("c102_part", "part")]
    [InlineData("convention", "convention")]
    [InlineData("topic", "topic")]
    [InlineData("topic_figure", "indicator_id", "input", "sex")]
    [InlineData("topic_indicator", "topic", "indicator_id", "contingency")]
    [InlineData("plausible_range", "code")]
    [InlineData("package_parameter", "parameter_id")]
    [InlineData("published_financing_gap", "figure_id")]
    [InlineData("fiscal_parameter", "parameter_id")]
    [InlineData("unit", "code")]
    [InlineData("unit_alias", "source_id", "source_unit")]
    [InlineData("peer_rule", "rule_id")]
    [InlineData("neighbour", "iso3", "neighbour")]
    [InlineData("reform", "ref_area", "year", "contingency")]
    public void ReferenceList_ByItsKey_IsUniqueAndSorted(string list, params string[] key)
    {
        var table = ReferenceTable.Read(list);
        var keys = table.Rows.Select(row => string.Join('\u0001', key.Select(column => table.Cell(row, column)))).ToList();

        Assert.NotEmpty(keys);
        Assert.Distinct(keys);
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
    }

    [Fact]
    public void EveryList_IsDescribed()
    {
        var described = File.ReadAllText(Path.Combine(SourceTree.Root, "data", "reference", "README.md"));

        Expect.Nothing(SourceTree.FilesIn("data/reference", "*.csv").Select(file => Path.GetFileName(file))
            .Where(name => !described.Contains($"`{name}`", StringComparison.Ordinal)).Select(name => $"data/reference/README.md does not describe {name}."));
    }

    /// <summary>Twice the same flag would take its points twice from a grade.</summary>
    [Fact]
    public void Flags_ByTheirCode_AreUnique() => Assert.Distinct(ReferenceTable.Read("flag").Column("flag"));

    [Theory]
    [InlineData("ref_area", "name")]
    [InlineData("contingency", "name")]
    [InlineData("contingency", "short")]
    [InlineData("contingency", "denominator")]
    [InlineData("other_area", "name")]
    [InlineData("package_parameter", "name")]
    [InlineData("fiscal_parameter", "name")]
    [InlineData("fiscal_option", "name")]
    [InlineData("fiscal_option", "rule")]
    [InlineData("fiscal_option", "note")]
    [InlineData("unit", "name")]
    [InlineData("flag", "name")]
    [InlineData("peer_rule", "name")]
    [InlineData("peer_rule", "rule")]
    [InlineData("progress_rule", "name")]
    [InlineData("progress_status", "name")]
    [InlineData("progress_status", "rule")]
    [InlineData("topic", "name")]
    [InlineData("topic", "intro")]
    [InlineData("convention", "name")]
    [InlineData("reform", "name")]
    [InlineData("c102_part", "branch")]
    public void ReferenceList_Names_AreThereInThreeLanguages(string list, string name)
    {
        var table = ReferenceTable.Read(list);
        string[] languages = ["en", "fr", "es"];

        Assert.All(languages, language => Assert.DoesNotContain(table.Column($"{name}_{language}"), string.IsNullOrWhiteSpace));
    }

    [Fact]
    public void Contingencies_AreTheNineInOrder()
    {
        var table = ReferenceTable.Read("contingency");

        Assert.Equal(s_contingencies, table.Rows.OrderBy(row => table.Cell(row, "sort_order"), StringComparer.Ordinal).Select(row => table.Cell(row, "contingency")));
    }

    [Theory]
    [InlineData("ilostat_sdg_0131", "ilostat_code")]
    [InlineData("ilostat_sdg_0131_aggregates", "ilostat_code")]
    [InlineData("ilostat_sdg_0131_latest_country", "ilostat_code")]
    [InlineData("ilostat_sdg_0131_subset", "ilostat_code")]
    [InlineData("national_figures", "contingency")]
    [InlineData("unsd_sdg", "un_series")]
    public void CoverageSeries_OfASource_AreThoseOfTheNineContingencies(string sourceId, string codeColumn)
    {
        var series = ReferenceTable.Read("coverage_series");
        var contingency = ReferenceTable.Read("contingency");

        var mapped = series.Rows.Where(row => series.Cell(row, "source_id") == sourceId)
            .Select(row => (series.Cell(row, "series_code"), series.Cell(row, "contingency")));
        var expected = contingency.Rows.Select(row => (contingency.Cell(row, codeColumn), contingency.Cell(row, "contingency")));

        Assert.Equal(expected.Order(), mapped.Order());
    }

    [Theory]
    [InlineData("ilostat_sdg_0131/2022-04-17", 9)]
    [InlineData("unsd_sdg/2019.Q1.G.03", 9)]
    [InlineData("unsd_sdg/2020-10-19", 9)]
    [InlineData("unsd_sdg/2024-02-17", 9)]
    public void CoverageSeries_InAFullRelease_AreAllThere(string name, int expected)
    {
        var snapshot = EmbeddedFigures.Snapshots[name];
        var series = ReferenceTable.Read("coverage_series");
        var codes = series.Rows.Where(row => series.Cell(row, "source_id") == snapshot.Card.SourceId).Select(row => series.Cell(row, "series_code"));

        Assert.Equal(expected, codes.Count(snapshot.Contents.Series.Contains));
    }

    [Fact]
    public void Series_EveryOneInTheFigures_HasATitleAndAUnit()
    {
        var table = ReferenceTable.Read("series");
        var titled = table.Rows
            .Where(row => table.Cell(row, "title").Length > 0 && table.Cell(row, "unit").Length > 0 && table.Cell(row, "basis").Length > 0)
            .Select(row => (table.Cell(row, "source_id"), table.Cell(row, "series_code")))
            .ToHashSet();
        var printed = EmbeddedFigures.Snapshots.Values
            .SelectMany(snapshot => snapshot.Contents.Series.Select(code => (snapshot.Card.SourceId, code)));

        Assert.DoesNotContain(printed, series => !titled.Contains(series));
    }

    /// <summary>A drawing has room for what stands before the colon; the list has the rest.</summary>
    [Theory]
    [InlineData("name_en", ": ")]
    [InlineData("name_fr", "\u00a0: ")]
    [InlineData("name_es", ": ")]
    public void Reforms_InEveryLanguage_SayWhatTheyAreCalledAndWhatTheyDid(string column, string between)
    {
        var parts = ReferenceTable.Read("reform").Column(column).Select(name => name.Split(between)).ToList();

        Assert.All(parts, part => Assert.True(part is [{ Length: > 2 and <= 45 }, { Length: > 10 }], string.Join(between, part)));
    }

    /// <summary>Sources print units in their own words: whatever they print, an observation's unit is one of the list.</summary>
    [Theory]
    [InlineData("series")]
    [InlineData("unit_alias")]
    [InlineData("package_parameter")]
    [InlineData("published_financing_gap")]
    [InlineData("fiscal_parameter")]
    public void UnitMeasure_OfAList_IsACodeOfTheUnits(string list)
    {
        var table = ReferenceTable.Read(list);

        Assert.Subset(Units, table.Column("unit_measure").Where(code => code.Length > 0).ToHashSet());
    }

    [Fact]
    public void UnitMeasure_OfTheIndicators_IsACodeOfTheUnits() =>
        Assert.Subset(Units, FlowModels.Embedded.IndicatorCards.Select(card => JsonNode.Parse(card)!["unit_measure"]!.GetValue<string>()).ToHashSet());

    [Fact]
    public void Series_WithoutAUnit_AreThoseWhosePublisherPrintsNone()
    {
        var table = ReferenceTable.Read("series");

        Assert.All(table.Rows, row => Assert.Equal(table.Cell(row, "unit") == "not printed", table.Cell(row, "unit_measure").Length == 0));
    }

    private static HashSet<string> Units => [.. ReferenceTable.Read("unit").Column("code")];
}
