using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Fiscal;

/// <summary>How options and gaps are said, on every page that shows them.</summary>
public sealed class FiscalWords(PageView view, ValueWords values)
{
    internal const string OfGdp = "PT_GDP";

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

    /// <summary>The same of what is worked out here, a gap for one: by the published vintage.</summary>
    public string Own => view.T["release.name", view.T["source.own"], view.Format.OfVintage(view.Session.Vintage)];

    /// <summary>Every release that a figure of the options is of, and our own.</summary>
    public string Releases(IEnumerable<FiscalOption> options) => view.Format.Listed(
    [
        .. options.Where(option => option is { SourceId: not null, Vintage: not null }).Select(option => view.T["release.name", values.Producer(option.SourceId!), view.Format.OfVintage(option.Vintage!)]).Distinct(),
        Own,
    ]);

    /// <summary>What stands where an amount would: of debt what is owed, of the macroeconomic frame its light, else why there is none, in short.</summary>
    public string InsteadOfAmount(FiscalOption option) => option switch
    {
        { Signal: { } signal } => view.T["fiscal.bar.signal", WithYear(view.T[$"fiscal.signal.short.{signal}"], option)],
        { OptionId: "debt", Headline: not null } => view.T["fiscal.bar.owed", WithYear(Headline(option)!, option)],
        _ => view.T[$"fiscal.short.{option.NoData ?? "no_benchmark"}"],
    };

    private static string WithYear(string said, FiscalOption option) => option.TimePeriod is { } year ? $"{said} ({Formats.Year(year)})" : said;

    private string Whole(double share) => view.Format.Percent(share, 0);

    private string Percent(double value) => values.Share(value);
}
