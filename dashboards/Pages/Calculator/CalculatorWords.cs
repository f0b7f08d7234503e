using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Fiscal;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Values;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Calculator;

/// <summary>How the calculator's numbers are said in the reader's language. Has no request behind it, so it lives on a circuit too.</summary>
public sealed class CalculatorWords
{
    private readonly IReadOnlyDictionary<string, string> flags;
    private readonly IReadOnlyDictionary<string, string> producers;
    private readonly IReadOnlyDictionary<string, Area> areas;

    public CalculatorWords(WarehouseSession session, Vocabulary known, Language language)
    {
        T = Texts.In(language);
        areas = known.Areas;
        flags = FlagsQuery.Run(session, language);
        producers = ProducersQuery.Run(session);
        Vintage = session.Vintage;
    }

    public Texts T { get; }

    public Formats Format => T.Format;

    /// <summary>Our own published vintage that all figures are of.</summary>
    public string Vintage { get; }

    public string Area(string code) => areas.TryGetValue(code, out var area) ? area.NameIn(T.Language) : code;

    public string Benefit(string benefit) => T[$"calculator.benefit.{benefit}"];

    public string Knob(Knob knob) => T[$"calculator.knob.{knob.Kind}"];

    /// <summary>The number with the unit of its field: "25%", "12 months", "4 years".</summary>
    public string Say(Knob knob, double value) => knob.Kind switch
    {
        "level" or "target" or "admin" or "prevalence" => Format.Percent(value, IsWhole(value) ? 0 : 1),
        "months" => T.Amount("unit.say.MO", value, IsWhole(value) ? 0 : 1),
        "to" or "from" => T.Amount("unit.say.YR", value, IsWhole(value) ? 0 : 1),
        "line" => T.Amount("calculator.say.line", value, 2),
        "by" => Formats.Year((int)value),
        _ => OfGdp(value),
    };

    /// <summary>With two digits below ten: 0.03 % of GDP is not 0.0 %.</summary>
    public string OfGdp(double value) => T["unit.say.PT_GDP", Percent(value)];

    public string Percent(double value) => Format.Percent(value, Math.Abs(value) < 10 ? 2 : 1);

    public string Usd(double value) => Money.Usd(T, value);

    public string UsdEach(double value) => T.Amount("calculator.say.usd", value, EachDecimals(value));

    /// <summary>An amount for one person, in a column that names the unit.</summary>
    public string Each(double value) => Format.Number(value, EachDecimals(value));

    public string Or(double? value, Func<double, string> say) => value is { } known ? say(known) : T["calculator.unknown"];

    /// <summary>"1.84% of GDP", or from where to where it lies.</summary>
    public string Gap(ScenarioResult result) => Gap(result.Span);

    public string Gap(GapSpan span) => span.InFull(T, OfGdp, Percent);

    /// <summary>Its lower end in any unit, with "at least" before it where it is no more than that.</summary>
    public string AtLeast(GapSpan span, double? lowerEnd, Func<double, string> say) => Or(lowerEnd, value => span.InBrief(T, say(value)));

    public string Flags(string between) => Format.Listed(between.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(flag => flags.GetValueOrDefault(flag, flag)));

    public string Producer(string sourceId) => Agencies.NameOf(sourceId, T, producers);

    public string Source(InputFigure figure) => figure.SourceId == "parameter"
        ? T["calculator.source.parameter"]
        : T["row.source", Producer(figure.SourceId), Format.OfVintage(figure.Vintage ?? ""), figure.SeriesCode];

    /// <summary>A published input as people read it.</summary>
    public string Value(InputFigure figure) => figure.UnitMeasure switch
    {
        "PS" => Format.Whole((long)Math.Round(figure.ObsValue)),
        "PT" or "PT_GDP" => Percent(figure.ObsValue),
        "USD" => Usd(figure.ObsValue),
        "MO" => T.Amount("unit.say.MO", figure.ObsValue, 0),
        "USD_PPP_PER_DAY" => T.Amount("calculator.say.line", figure.ObsValue, 2),
        _ => Format.Number(figure.ObsValue, 1),
    };

    public ChartWords ChartWords => new()
    {
        NoData = T["chart.nodata"],
        Language = T.Language,
        Vintage = Vintage,
        ShowTable = T["chart.table"],
        ZoomIn = T["chart.zoomin"],
        ZoomOut = T["chart.zoomout"],
        ResetView = T["chart.reset"],
        KeyboardHint = T["chart.keyboard"],
    };

    private static int EachDecimals(double value) => Math.Abs(value) < 100 ? 2 : 0;

    /// <summary>Why an option has no amount; null where it has one.</summary>
    public string? NoAmount(OptionRow option) => option.NoData is not { } reason ? null
        : option.Members is { } of ? T["calculator.nodata." + reason, Format.Whole(of.Having), Format.Whole(of.Concerned)]
        : T["calculator.nodata." + reason];

    /// <summary>"2021–2024": of which years the figures behind a group's option are.</summary>
    public static string Years(OptionMembers of) => of.FirstYear == of.LastYear ? Formats.Year(of.LastYear) : $"{Formats.Year(of.FirstYear)}–{Formats.Year(of.LastYear)}";

    /// <summary>Countries by name, in the reader's order.</summary>
    public string Names(IEnumerable<string> codes) => string.Join(", ", codes.Select(Area).OrderBy(FoldedText.Of, StringComparer.Ordinal));

    private static bool IsWhole(double value) => value == Math.Floor(value);

    /// <summary>"2.1 billion", where the unit stands elsewhere.</summary>
    public string InShort(double value) => Money.Scaled(T, value);
}
