using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Fiscal;

/// <summary>How options and gaps are said, on every page that shows them.</summary>
public sealed class FiscalWords(PageView view, ValueWords values)
{
    private const string OfGdp = "PT_GDP";

    /// <summary>"2.1% of GDP"; null for null.</summary>
    public string? Gdp(double? value) => value is { } known ? values.Say(known, OfGdp) : null;

    /// <summary>"2.1% to 2.9% of GDP" where benefits with unknown coverage make it a range.</summary>
    public string? Gap(FloorPackage? package) => package?.Span?.InFull(view.T, value => Gdp(value)!, Percent);

    /// <summary>Why a package has no gap.</summary>
    public string NoGap(FloorPackage? package) => view.T[$"fiscal.nogap.{package?.NoData ?? "not_listed"}"];

    /// <summary>The figure an option begins from; null where there is none.</summary>
    public string? Headline(FiscalOption option) =>
        option is { Headline: { } value, HeadlineUnit: { } unit } ? values.Say(value, unit) : null;

    public string? Benchmark(FiscalOption option) =>
        option is { Benchmark: { } value, HeadlineUnit: { } unit } ? values.Say(value, unit) : null;

    /// <summary>The potential a year, what it is of a stock, or why there is none.</summary>
    public string Potential(FiscalOption option) => option.Potential switch
    {
        null when option.Signal is { } signal => view.T[$"fiscal.signal.{signal}"],
        null => Why(option),
        0 => view.T["fiscal.none-left"],
        { } all when option.IsStock => view.T["fiscal.stock", Gdp(option.PotentialAYear), Gdp(all)],
        { } flow => Gdp(flow)!,
    };

    /// <summary>"12% to 20%" of the gap; null where gap or potential is not known.</summary>
    public string? Share(FiscalOption option) => option switch
    {
        { ShareOfGapLow: { } low, ShareOfGapHigh: { } high } when high - low >= 0.5 => view.T["fiscal.range", Whole(low), Whole(high)],
        { ShareOfGapHigh: { } high } => Whole(high),
        _ => null,
    };

    public string Why(FiscalOption option) => view.T[$"fiscal.nodata.{option.NoData ?? "no_benchmark"}"];

    public string Flags(IEnumerable<string> flags) => view.Format.Listed(flags.Select(values.Flag));

    /// <summary>Agency, release and series of the figure; "" without one.</summary>
    public string Source(FiscalOption option) => option is { SourceId: { } source, Vintage: { } vintage }
        ? view.T["row.source", values.Producer(source), view.Format.OfVintage(vintage), option.SeriesCode]
        : "";

    /// <summary>The gap and what each option could yield a year, as bars on one scale; null where no gap is known.</summary>
    public ChartSpec? Bars(string id, FloorPackage? package, IReadOnlyList<FiscalOption> options, IReadOnlyDictionary<string, FiscalOptionText> texts, string title)
    {
        if (package?.Gap is not { } gap)
        {
            return null;
        }

        var bins = new[] { new ChartBin("gap", view.T["fiscal.bar.gap"], 0, 0, "gap-5"), new ChartBin("option", view.T["fiscal.bar.option"], 0, 0, "coverage-4") };
        List<ChartMark> marks =
        [
            new() { RefArea = "gap", Label = view.T["fiscal.bar.gap"], Value = gap, ValueLabel = Gap(package), Keys = package.TimePeriod is { } of ? [new("package_gap_total", package.RefArea, of, "_T", "_Z")] : [], TimePeriod = package.TimePeriod, Bin = "gap", IsEmphasised = true, Tooltip = [view.T["fiscal.bar.gap"], Gap(package)!, Flags(package.FlagList)] },
        ];
        marks.AddRange(options.Select(option => new ChartMark
        {
            RefArea = option.OptionId,
            Label = texts[option.OptionId].Name,
            Value = option.PotentialAYear,
            // A stock is drawn spread over years: that figure is worked out here.
            Keys = option is { IsStock: false, PotentialAYear: not null, TimePeriod: { } year } ? [new($"fiscal_{option.OptionId}_potential", option.RefArea, year, "_T", "_Z")] : [],
            Basis = BasisOf(option),
            ValueLabel = option.PotentialAYear is 0 ? view.T["fiscal.zero"] : Gdp(option.PotentialAYear),
            TimePeriod = option.TimePeriod,
            Bin = option.PotentialAYear is null ? null : "option",
            Tooltip = [.. new[] { texts[option.OptionId].Name, Potential(option), Source(option), Flags(option.AllFlags) }.Where(line => line.Length > 0)],
        }));
        var most = marks.Max(mark => mark.Value) ?? 0;
        var largest = options.Where(option => option.PotentialAYear > 0).MaxBy(option => option.PotentialAYear);
        return new ChartSpec
        {
            Id = id,
            Kind = ChartKind.Ranking,
            IsBars = true,
            Title = title,
            Subtitle = view.T["fiscal.bars.subtitle"],
            Unit = view.T["fiscal.unit"],
            Summary = largest is null ? view.T["fiscal.bars.none", Gap(package)]
                : view.T["fiscal.bars.summary", Gap(package), view.Format.AfterColon(texts[largest.OptionId].Name), Gdp(largest.PotentialAYear), view.Format.Whole(options.Count(option => option.PotentialAYear is null))],
            Marks = marks,
            Bins = bins,
            Values = ChartAxis.Round(0, most, at => view.Format.Number(at, at == Math.Floor(at) ? 0 : 1)),
            Footer =
            [
                new(view.Format.Listed(options.Where(o => o.SourceId is not null).Select(o => values.Producer(o.SourceId!)).Append(view.T["source.own"]).Distinct()), view.T["footer.source"], Urls.Sources(view.State)),
                new(view.T["fiscal.benchmarks-only"], view.T["footer.note"]),
            ],
            Words = values.ChartWords,
        };
    }

    /// <summary>The table twin of the bars.</summary>
    public IReadOnlyList<ChartColumn> BarColumns(IReadOnlyList<FiscalOption> options)
    {
        var byId = options.ToDictionary(option => option.OptionId);
        ChartColumn Column(string key, Func<FiscalOption, string?> cell) =>
            new(view.T[key], mark => byId.TryGetValue(mark.RefArea, out var option) ? cell(option) is { Length: > 0 } said ? said : "–" : "–");
        return
        [
            new(view.T["fiscal.column.option"], mark => mark.Label) { HeadsRow = true },
            new(view.T["fiscal.column.a-year"], mark => mark.ValueLabel ?? (byId.TryGetValue(mark.RefArea, out var option) ? Potential(option) : null)),
            Column("fiscal.column.share", Share) with { IsNumber = true },
            new(view.T["column.year"], mark => mark.TimePeriod is { } year ? Formats.Year(year) : "–") { IsNumber = true },
            Column("column.flags", option => Flags(option.AllFlags)),
            Column("column.source", Source),
        ];
    }

    /// <summary>What a stock gives a year rests on what the stock was computed from; an option without an amount is missed in its own year.</summary>
    private static MarkBasis BasisOf(FiscalOption option)
    {
        ValueKey? whole = option.TimePeriod is { } year ? new($"fiscal_{option.OptionId}_potential", option.RefArea, year, "_T", "_Z") : null;
        return new(option.RefArea, option.TimePeriod, OfGdp, whole is null ? [] : [whole]) { Standard = whole };
    }

    private string Whole(double share) => view.Format.Percent(share, 0);

    private string Percent(double value) => view.Format.Percent(value, Math.Abs(value) >= 1 ? 1 : 2);
}
