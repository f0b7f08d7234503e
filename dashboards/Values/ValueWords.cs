using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Values;

/// <summary>How a value of any indicator is said in the reader's language: in tooltips, tables and footers alike.</summary>
public sealed class ValueWords
{
    /// <summary>The last digit that is shown of a small share.</summary>
    private const double LeastShare = 0.01;

    private readonly PageView view;
    private readonly IReadOnlyDictionary<string, string> flags;
    private readonly IReadOnlyDictionary<string, string> sources;

    public ValueWords(PageView view)
    {
        this.view = view;
        flags = FlagsQuery.Run(view.Session, view.State.Language);
        sources = ProducersQuery.Run(view.Session);
    }

    public string NameOf(string area) => view.Vocabulary.Areas.TryGetValue(area, out var known) ? known.NameIn(view.State.Language) : area;

    /// <summary>The value with its unit, as people read it: "46.9%", "2.7% of GDP", "4.2 billion people", "1957".</summary>
    public string Say(double value, string unitMeasure)
    {
        var format = view.Format;
        return unitMeasure switch
        {
            "PT" or "PT_A" => format.Percent(value),
            "PP" => format.Points(value),
            "PP_A" => view.T.Amount("unit.say.PP_A", value, 2, format.Change(value, 2)),
            "PS" => format.People(value),
            "YEAR" or "CODE" => Languages.Formats.Year((int)value),
            "USD" => Money.Usd(view.T, value),
            "USD_PER_HEAD" => view.T.Amount("unit.say.USD_PER_HEAD", value, Decimals(value)),
            "RO" => format.Number(value, 2),
            "YR" => view.T.Amount("unit.say.YR", value, 0),
            "MO" => view.T.Amount("unit.say.MO", value, 1),
            "PER_100000_LIVE_BIRTHS" => format.Number(value, 0),
            _ when unitMeasure.StartsWith("PT_", StringComparison.Ordinal) => view.T[$"unit.say.{unitMeasure}", Share(value)],
            _ => format.Number(value, Decimals(value)),
        };
    }

    /// <summary>For a cell beside which the unit is said: the number, and a sign of its unit where it has a short one.</summary>
    public string Brief(double value, string unitMeasure) =>
        unitMeasure.StartsWith("PT_", StringComparison.Ordinal) ? Share(value)
        : unitMeasure is "PP" ? view.Format.Number(value)
        : Say(value, unitMeasure);

    /// <summary>A share of which two digits would say nothing is said to be under their last one: it is not nought.</summary>
    public string Share(double value) => value is > 0 and < LeastShare / 2
        ? view.T["value.under", view.Format.Percent(LeastShare, 2)]
        : view.Format.Percent(value, Decimals(value));

    /// <summary>A tick of an axis whose unit is written beside it: shorter than <see cref="Say"/>.</summary>
    public string Tick(double value, string unitMeasure) => unitMeasure switch
    {
        "PS" or "USD" => value == 0 ? "0" : Money.Scaled(view.T, value),
        "YEAR" or "CODE" => Languages.Formats.Year((int)value),
        _ => view.Format.Number(value, value == Math.Floor(value) ? 0 : 1),
    };

    /// <summary>All flags in words; "" for none.</summary>
    public string Flags(ValueRow row) => view.Format.Listed(row.FlagList.Select(flag => flags.GetValueOrDefault(flag, flag)));

    /// <summary>A flag in words.</summary>
    public string Flag(string flag) => flags.GetValueOrDefault(flag, flag);

    /// <summary>The agency behind a source id; our own calculations say so.</summary>
    public string Producer(string sourceId) => Agencies.NameOf(sourceId, view.T, sources);

    /// <summary>Agency, release and series.</summary>
    public string Source(ValueRow row) => view.T["row.source", Producer(row.SourceId), view.Format.OfVintage(row.Vintage), row.SeriesCode];

    /// <summary>Heading, value, source, flags, grade: the lines of a tooltip.</summary>
    public IReadOnlyList<string> Tooltip(ValueRow row)
    {
        string[] lines =
        [
            $"{NameOf(row.RefArea)}, {Languages.Formats.Year(row.TimePeriod)}",
            Say(row.ObsValue, row.UnitMeasure),
            Source(row),
            Flags(row),
            view.T["row.confidence", row.Confidence],
        ];
        return [.. lines.Where(line => line.Length > 0)];
    }

    /// <summary>Words of the frame of a chart.</summary>
    public ChartWords ChartWords => new CoverageWords(view, Measure.Coverage).ChartWords;

    // Small shares need their second digit: 0.03 % of GDP is not 0.0 %.
    private static int Decimals(double value) => Math.Abs(value) switch { >= 100 => 0, >= 1 => 1, _ => 2 };
}
