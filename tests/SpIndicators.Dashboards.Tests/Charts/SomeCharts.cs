using SpIndicators.Dashboards.Charts;

namespace SpIndicators.Dashboards.Tests.Charts;

/// <summary>Specs to draw: only what a test is about is written in the test.</summary>
internal static class SomeCharts
{
    public const string NoData = "Sin datos";

    public static readonly IReadOnlyList<ChartBin> Bins =
        ChartBins.Between([0, 10, 25, 50, 75, 90, 100], "gap", (from, to) => $"{from}–{to}");

    public static readonly IReadOnlyList<ChartFlag> Flags =
    [
        new("capped", "Cut off at 100", ChartFlagShape.Square),
        new("older", "Older", ChartFlagShape.Ring),
        new("withdrawn", "Withdrawn", ChartFlagShape.Dot),
    ];

    public static readonly IReadOnlyList<ChartColumn> Columns =
    [
        new("Area", mark => mark.Label) { HeadsRow = true },
        new("Value", mark => mark.ValueLabel) { IsNumber = true },
    ];

    public static ChartSpec Map(params ChartMark[] marks) => Of(ChartKind.Map, "map", marks) with { Bins = Bins };

    public static ChartSpec Ranking(params ChartMark[] marks) =>
        Of(ChartKind.Ranking, "ranking", marks) with { Bins = Bins, Values = ChartAxis.Percent(25) };

    public static ChartSpec Lines(IReadOnlyList<ChartSeries> series, params ChartMark[] marks) =>
        Of(ChartKind.Line, "line", marks) with { Series = series, Values = ChartAxis.Percent(), Years = ChartAxis.OfYears(2000, 2020) };

    public static ChartSpec Scatter(params ChartMark[] marks) =>
        Of(ChartKind.Scatter, "scatter", marks) with { Values = ChartAxis.Percent(), Across = ChartAxis.Percent(25), AcrossUnit = "per cent of GDP" };

    public static ChartSpec Dumbbell(params ChartMark[] marks) => Of(ChartKind.Dumbbell, "dumbbell", marks) with
    {
        Values = ChartAxis.Percent(25),
        Bins = [new("better", "improved", 0, 0, "coverage-5"), new("worse", "worsened", 0, 0, "gap-4")],
        Series = [new("before", "2015 or near", "series-6"), new("after", "2020 or near", "series-6")],
    };

    /// <summary>An area with a value and what it is held against.</summary>
    public static ChartMark Both(string area, double? value, double? against) => Mark(area, value) with
    {
        Bin = null,
        TimePeriod = 2020,
        Against = against,
        AgainstLabel = against is null ? null : $"{against} points",
        AgainstPeriod = 2015,
    };

    public static ChartMark Mark(string area, double? value) => new()
    {
        RefArea = area,
        Label = $"Land {area}",
        Value = value,
        ValueLabel = value is null ? null : $"{value} points",
        Bin = ChartBins.KeyOf(Bins, value),
        Tooltip = [$"Land {area}", "in words"],
        Href = $"/indicator?country={area}#line",
    };

    /// <summary>A value of a line, without a link.</summary>
    public static ChartMark At(int year, double? value, string series = "s1") => Mark("KEN", null) with
    {
        Value = value,
        ValueLabel = value is null ? null : $"{value} points",
        TimePeriod = year,
        Series = series,
        Href = null,
    };

    private static ChartSpec Of(ChartKind kind, string id, ChartMark[] marks) => new()
    {
        Id = id,
        Kind = kind,
        Title = $"Title of {id}",
        Unit = "points",
        Summary = "In words",
        Marks = marks,
        Flags = Flags,
        Footer = [new("The source", "Source", "/sources")],
        Words = new()
        {
            NoData = NoData,
            ShowTable = "Tabla",
            ZoomIn = "Acercar",
            ZoomOut = "Alejar",
            ResetView = "Vista inicial",
            KeyboardHint = "Flechas e Intro",
        },
    };
}
