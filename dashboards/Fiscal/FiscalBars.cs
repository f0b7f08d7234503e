using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Fiscal;

/// <summary>
/// The financing gap of a country and what each option could yield a year, as bars on one scale. Each bar is of a year and
/// a release of its own, so each says both; debt and the macroeconomic frame have no amount by rule and say what they show instead.
/// </summary>
public sealed class FiscalBars(PageView view, FiscalWords words)
{
    private const string OfGap = "gap";
    private const string IsOlder = "older";

    /// <summary>Null where no gap is known.</summary>
    public ChartSpec? Spec(string id, string name, FloorPackage? package, IReadOnlyList<FiscalOption> options, IReadOnlyDictionary<string, FiscalOptionText> texts)
    {
        if (package?.Gap is not { } gap)
        {
            return null;
        }

        List<ChartMark> marks = [Gap(package, gap), .. options.Select(option => Mark(option, texts[option.OptionId].Name))];
        var known = marks.Where(mark => mark.Value is not null).ToList();
        var years = known.Select(mark => mark.TimePeriod).OfType<int>().DefaultIfEmpty(0).ToList();
        var older = known.Where(mark => mark.TimePeriod < years.Max()).ToList();
        var largest = options.Where(option => option.PotentialAYear > 0).MaxBy(option => option.PotentialAYear);
        var coverage = new CoverageWords(view, Measure.Coverage);
        return new ChartSpec
        {
            Id = id,
            Kind = ChartKind.Ranking,
            IsBars = true,
            SaysYears = true,
            Title = view.T["fiscal.bars.title", name, years.Min() == years.Max() ? Formats.Year(years.Max()) : $"{Formats.Year(years.Min())}–{Formats.Year(years.Max())}"],
            Subtitle = view.T["fiscal.bars.subtitle"],
            Unit = view.T["fiscal.unit"],
            Summary = largest is null ? view.T["fiscal.bars.none", words.Gap(package)]
                : view.T["fiscal.bars.summary", words.Gap(package), view.Format.AfterColon(texts[largest.OptionId].Name), words.Gdp(largest.PotentialAYear), view.Format.Whole(options.Count(option => option.PotentialAYear is null))],
            Marks = [.. marks.Select(mark => older.Contains(mark) ? mark with { Flags = [.. mark.Flags, IsOlder] } : mark)],
            Bins = [new(OfGap, view.T["fiscal.bar.gap"], 0, 0, "gap-5"), new("option", view.T["fiscal.bar.option"], 0, 0, "coverage-4")],
            Flags = [.. coverage.FlagsOfNewest.Select(flag => flag.Key == IsOlder ? flag with { Label = view.T["fiscal.bars.flag.older"] } : flag)],
            Values = ChartAxis.Round(0, known.Max(mark => mark.Value) ?? 0, at => view.Format.Number(at, at == Math.Floor(at) ? 0 : 1)),
            Footer =
            [
                new(words.Releases(options), view.T["footer.source"], Urls.Sources(view.State)),
                .. older.Count == 0 ? Array.Empty<ChartFooterLine>() :
                    [new(view.T["fiscal.bars.older", view.Format.Listed(older.Select(mark => view.T["older.item", mark.Label, Formats.Year(mark.TimePeriod!.Value)]))], view.T["footer.note"])],
                new(view.T["fiscal.benchmarks-only"], view.T["footer.note"]),
            ],
            Words = coverage.ChartWords,
        };
    }

    /// <summary>The table twin.</summary>
    public IReadOnlyList<ChartColumn> Columns(IReadOnlyList<FiscalOption> options)
    {
        var byId = options.ToDictionary(option => option.OptionId);
        ChartColumn Column(string key, Func<FiscalOption, string?> cell, string? ofGap = null) =>
            new(view.T[key], mark => (byId.TryGetValue(mark.RefArea, out var option) ? cell(option) : ofGap) is { Length: > 0 } said ? said : "–");
        return
        [
            new(view.T["fiscal.column.option"], mark => mark.Label) { HeadsRow = true },
            new(view.T["fiscal.column.a-year"], mark => mark.ValueLabel ?? (byId.TryGetValue(mark.RefArea, out var option) ? words.Potential(option) : null)),
            Column("fiscal.column.share", words.Share) with { IsNumber = true },
            new(view.T["column.year"], mark => mark.TimePeriod is { } year ? Formats.Year(year) : "–") { IsNumber = true },
            Column("column.flags", option => words.Flags(option.AllFlags)),
            Column("column.source", words.Source, words.Own),
        ];
    }

    private ChartMark Gap(FloorPackage package, double gap)
    {
        var label = view.T["fiscal.bar.gap"];
        return new()
        {
            RefArea = OfGap,
            Label = label,
            Value = gap,
            ValueLabel = words.Gap(package),
            Keys = package.TimePeriod is { } of ? [new("package_gap_total", package.RefArea, of, "_T", "_Z")] : [],
            TimePeriod = package.TimePeriod,
            Bin = OfGap,
            IsEmphasised = true,
            Tooltip = Lines(Heading(label, package.TimePeriod), words.Gap(package)!, words.Own, words.Flags(package.FlagList)),
        };
    }

    private ChartMark Mark(FiscalOption option, string name) => new()
    {
        RefArea = option.OptionId,
        Label = name,
        Value = option.PotentialAYear,
        // A stock is drawn spread over years: that figure is worked out here.
        Keys = option is { IsStock: false, PotentialAYear: not null, TimePeriod: { } year } ? [new($"fiscal_{option.OptionId}_potential", option.RefArea, year, "_T", "_Z")] : [],
        ValueLabel = option.PotentialAYear is 0 ? view.T["fiscal.zero"] : words.Gdp(option.PotentialAYear),
        Basis = BasisOf(option),
        InsteadOfValue = option.PotentialAYear is null ? words.InsteadOfAmount(option) : null,
        TimePeriod = option.TimePeriod,
        Bin = option.PotentialAYear is null ? null : "option",
        Flags = option.AllFlags,
        Tooltip = Lines(Heading(name, option.TimePeriod), words.Potential(option), words.Source(option), words.Flags(option.AllFlags)),
    };

    /// <summary>What a stock gives a year rests on what the stock was computed from; an option without an amount is missed in its own year.</summary>
    private static MarkBasis BasisOf(FiscalOption option)
    {
        ValueKey? whole = option.TimePeriod is { } year ? new($"fiscal_{option.OptionId}_potential", option.RefArea, year, "_T", "_Z") : null;
        return new(option.RefArea, option.TimePeriod, FiscalWords.OfGdp, whole is null ? [] : [whole]) { Standard = whole };
    }

    private static string Heading(string name, short? year) => year is { } known ? $"{name}, {Formats.Year(known)}" : name;

    private static string[] Lines(params string[] lines) => [.. lines.Where(line => line.Length > 0)];
}
