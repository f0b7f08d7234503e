namespace SpIndicators.Tests.Pipelines.Models;

public sealed class AdmitTests
{
    private const string Header = "line_no:bigint | source_area | ref_area | source_time | time_period:smallint | series_code | sex | source_value | obs_value:double | obs_status | same_key:bigint";
    private const string Same = "'_T' as age, '_T' as breakdown, 'PT' as unit_measure, 'PERCENT' as source_unit, 0 as unit_mult, null::varchar as nature, null::varchar as source_detail, null::varchar as comment_obs";

    [Theory]
    [InlineData(" | DEU | 2020 | 2020 | S | _T | 5 | 5 |  | 1", "no area")]
    [InlineData("' ' |  | 2020 | 2020 | S | _T | 5 | 5 |  | 1", "no area")]
    [InlineData("ZZZ |  | 2020 | 2020 | S | _T | 5 | 5 |  | 1", "unknown area code ZZZ")]
    [InlineData("DEU | DEU |  |  | S | _T | 5 | 5 |  | 1", "no year")]
    [InlineData("DEU | DEU | 2020/21 |  | S | _T | 5 | 5 |  | 1", "not a year: 2020/21")]
    [InlineData("DEU | DEU | 1899 | 1899 | S | _T | 5 | 5 |  | 1", "year out of range 1900 to 2100: 1899")]
    [InlineData("DEU | DEU | 2101 | 2101 | S | _T | 5 | 5 |  | 1", "year out of range 1900 to 2100: 2101")]
    [InlineData("DEU | DEU | 2020 | 2020 |  | _T | 5 | 5 |  | 1", "no series")]
    [InlineData("DEU | DEU | 2020 | 2020 | S |  | 5 | 5 |  | 1", "unknown sex code")]
    [InlineData("DEU | DEU | 2020 | 2020 | S | X | 5 | 5 |  | 1", "unknown sex code")]
    [InlineData("DEU | DEU | 2020 | 2020 | S | _T |  |  |  | 1", "no value")]
    [InlineData("DEU | DEU | 2020 | 2020 | S | _T | n/a |  |  | 1", "not a number: n/a")]
    [InlineData("DEU | DEU | 2020 | 2020 | S | _T | nan | nan |  | 1", "not a number: nan")]
    [InlineData("DEU | DEU | 2020 | 2020 | S | _T | -inf | -infinity |  | 1", "not a number: -inf")]
    [InlineData("DEU | DEU | 2020 | 2020 | S | _T | 5 | 5 |  | 2", "one of 2 lines with the same key")]
    [InlineData("ZZZ |  | 2020 | 2020 | S | _T | 5 | 5 |  | 7", "unknown area code ZZZ")]
    public void Line_ThatCannotBeRead_IsRejectedWithItsReasonAndWhatItPrinted(string cells, string reason)
    {
        using var bench = new ModelBench();
        var printed = $"3 | {cells}".Split(" | ");

        bench.Given("staged", $"{Header}\n3 | {cells}", Same).Gives("clean.admit", $"""
            reject_reason | line_no | source_area | source_time | source_value
            {reason} | 3 | {printed[1]} | {printed[3]} | {printed[7]}
            """);
    }

    [Theory]
    [InlineData("DEU | DEU | 1900 | 1900 | S | F | 0 | 0 |  | 1", "0.0", "")]
    [InlineData("DEU | DEU | 2100 | 2100 | S | M | -1.5e3 | -1500 | E | 1", "-1500.0", "E")]
    [InlineData("DEU | DEU | 2020 | 2020 | S | _T | n.a. |  | O | 1", "", "O")]
    public void Line_ThatCanBeRead_IsAdmittedWithItsValueOnly(string cells, string value, string status)
    {
        using var bench = new ModelBench();

        bench.Given("staged", $"{Header}\n3 | {cells}", Same).Gives("clean.admit", $"""
            obs_value | obs_status | reject_reason | line_no | source_value | unit_mult
            {value} | {status} |  |  |  | 0
            """);
    }
}
