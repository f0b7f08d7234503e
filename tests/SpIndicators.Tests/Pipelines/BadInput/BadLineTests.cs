namespace SpIndicators.Tests.Pipelines.BadInput;

/// <summary>Lines that can be read but mean nothing: each is kept with its reason, and the good lines are published.</summary>
public sealed class BadLineTests : IDisposable
{
    private readonly SpoiledSnapshot spoiled = new();

    private static readonly (string Area, string Value, string Year, string Reason)[] Meaningless =
    [
        ("XYZ", "50", "2020", "unknown area code XYZ"),
        ("", "50", "2020", "no area"),
        ("FRA", "n/a", "2020", "not a number: n/a"),
        ("FRA", "nan", "2020", "not a number: nan"),
        ("FRA", "inf", "2020", "not a number: inf"),
        ("FRA", "-Infinity", "2020", "not a number: -Infinity"),
        ("FRA", "\"12,5\"", "2020", "not a number: 12,5"),
        ("FRA", "\"1,234.5\"", "2020", "not a number: 1,234.5"),
        ("FRA", "", "2020", "no value"),
        ("FRA", "50", "", "no year"),
        ("FRA", "50", "2020/21", "not a year: 2020/21"),
        ("FRA", "50", "20200", "year out of range 1900 to 2100: 20200"),
        ("FRA", "50", "99999", "not a year: 99999"),
    ];

    [Fact]
    public void Lines_ThatMeanNothing_AreRejectedWithTheirReasonsAndPlaces()
    {
        var result = spoiled.Publish(SpoiledSnapshot.Good + string.Concat(Meaningless.Select(m => SpoiledSnapshot.Line(m.Area, m.Value, m.Year))));

        Assert.True(result.Published);
        Assert.Equal((2, Meaningless.Length), (result.Observations, result.Rejected));
        Assert.Equal(
            Meaningless.Select((m, i) => (m.Reason, i + 3L)),
            spoiled.Query<(string, long)>("select reject_reason, line_no from clean.rejected_row order by line_no"));
    }

    [Fact]
    public void Lines_WithTheSameKeyAndValue_AreBothRejected() => Duplicates("99.5");

    [Fact]
    public void Lines_WithTheSameKeyAndAnotherValue_AreBothRejected() => Duplicates("12.3");

    /// <summary>The line without a value says nothing: it does not make the other one doubtful, even beside real duplicates.</summary>
    [Fact]
    public void Line_WithTheKeyOfALineWithoutValue_IsKept()
    {
        spoiled.Publish(SpoiledSnapshot.Good + SpoiledSnapshot.Line("URY", "") + SpoiledSnapshot.Line("FRA", "1") + SpoiledSnapshot.Line("FRA", "2"));

        Assert.Equal(["DEU", "URY"], spoiled.Query<string>("select ref_area from clean.observation order by 1"));
        Assert.Equal(
            [("no value", 3L), ("one of 2 lines with the same key", 4L), ("one of 2 lines with the same key", 5L)],
            spoiled.Query<(string, long)>("select reject_reason, line_no from clean.rejected_row order by line_no"));
    }

    [Fact]
    public void Snapshot_OfBadLinesOnly_IsNotPublished()
    {
        spoiled.Home.Add(SpoiledSnapshot.Source, "2022-04-17", SpoiledSnapshot.Header + SpoiledSnapshot.Line("XYZ", "1"));

        spoiled.IsRefused<SpIndicators.Pipelines.CheckFailedException>("Not published", "every_snapshot_has_observations");
    }

    public void Dispose() => spoiled.Dispose();

    private void Duplicates(string value)
    {
        var result = spoiled.Publish(SpoiledSnapshot.Good + SpoiledSnapshot.Line("DEU", value));

        Assert.Equal((1, 2), (result.Observations, result.Rejected));
        Assert.Equal(
            [("one of 2 lines with the same key", 1L, "99.5"), ("one of 2 lines with the same key", 3L, value)],
            spoiled.Query<(string, long, string)>("select reject_reason, line_no, source_value from clean.rejected_row order by line_no"));
        Assert.Equal(["URY"], spoiled.Query<string>("select ref_area from indicators.coverage"));
    }
}
