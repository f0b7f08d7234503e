namespace SpIndicators.Tests.Pipelines.Models;

/// <summary>What counts as added, changed and withdrawn between two vintages.</summary>
public sealed class CompareTests
{
    private const string Header = "series_code | ref_area | time_period:smallint | sex | obs_value:double";
    private const string Found = "series_code | ref_area | time_period | sex | value_from | value_to | change\n";

    [Fact]
    public void Values_AddedChangedAndWithdrawn_AreToldApartAndOthersAreNot() => Compare(
        older: """
            A | DEU | 2015 | _T | 10
            A | DEU | 2016 | _T | 20
            A | DEU | 2017 | _T | 30
            A | DEU | 2017 | F | 35
            """,
        newer: """
            A | DEU | 2015 | _T | 10
            A | DEU | 2016 | _T | 21
            A | DEU | 2017 | F | 35
            A | FRA | 2017 | _T | 50
            """,
        changes: """
            A | DEU | 2016 | _T | 20.0 | 21.0 | changed
            A | DEU | 2017 | _T | 30.0 |  | withdrawn
            A | FRA | 2017 | _T |  | 50.0 | added
            """);

    [Fact]
    public void Figure_PrintedWithFewerDigits_IsNoRevision() => Compare(
        older: "A | DEU | 2015 | _T | 78.21587373826171",
        newer: "A | DEU | 2015 | _T | 78.2158737382617",
        changes: "");

    [Fact]
    public void Figure_ChangedInTheSixthDigit_IsARevision() => Compare(
        older: "A | DEU | 2015 | _T | 78.2158",
        newer: "A | DEU | 2015 | _T | 78.2159",
        changes: "A | DEU | 2015 | _T | 78.2158 | 78.2159 | changed");

    [Fact]
    public void Value_GivenUpOrFilledIn_IsChanged() => Compare(
        older: """
            A | DEU | 2015 | _T | 10
            A | FRA | 2015 | _T |
            """,
        newer: """
            A | DEU | 2015 | _T |
            A | FRA | 2015 | _T | 10
            """,
        changes: """
            A | DEU | 2015 | _T | 10.0 |  | changed
            A | FRA | 2015 | _T |  | 10.0 | changed
            """);

    [Fact]
    public void Series_ThatIsNew_IsLeftOut() => Compare(
        older: "A | DEU | 2015 | _T | 10",
        newer: """
            A | DEU | 2015 | _T | 10
            NEW | DEU | 2015 | _T | 10
            """,
        changes: "");

    /// <summary>Withdrawn, or cut from the file: nobody can tell, so it is one row about the series and none about its values.</summary>
    [Fact]
    public void Series_ThatTheNewerVintageLacks_IsToldOnceAndNotAsWithdrawnValues() => Compare(
        older: """
            A | DEU | 2015 | _T | 10
            GONE | DEU | 2015 | _T | 10
            GONE | DEU | 2016 | _T | 11
            GONE | FRA | 2015 | F | 12
            """,
        newer: "A | DEU | 2015 | _T | 10",
        changes: "GONE |  |  |  |  |  | series_absent");

    [Fact]
    public void Years_BeforeTheOlderVintageBegan_AreNoAddition() => Compare(
        older: "A | DEU | 2015 | _T | 10",
        newer: """
            A | DEU | 2014 | _T | 9
            A | DEU | 2015 | _T | 10
            A | DEU | 2016 | _T | 11
            """,
        changes: "A | DEU | 2016 | _T |  | 11.0 | added");

    [Fact]
    public void Groups_WhenTheNewerVintageHoldsCountriesOnly_AreNotWithdrawn() => Compare(
        older: """
            A | DEU | 2015 | _T | 10
            A | FRA | 2015 | _T | 20
            A | 001 | 2015 | _T | 40
            A | IMF_G001 | 2015 | _T | 40
            """,
        newer: "A | DEU | 2015 | _T | 10",
        changes: "A | FRA | 2015 | _T | 20.0 |  | withdrawn");

    private static void Compare(string older, string newer, string changes)
    {
        using var bench = new ModelBench();
        bench
            .Given("reference.ref_area", "iso3\nDEU\nFRA")
            .Given("reference.groups", "group_code\n001")
            .Given("reference.other_area", "ref_area | kind\nIMF_G001 | group\nUN_158 | other")
            .Given("older", $"{Header}\n{older}", "'_T' as age, '_T' as breakdown")
            .Given("newer", $"{Header}\n{newer}", "'_T' as age, '_T' as breakdown")
            .Gives("clean.compare", Found + changes);
    }
}
