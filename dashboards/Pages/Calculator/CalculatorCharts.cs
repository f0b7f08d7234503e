using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Fiscal;
using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.Pages.Calculator;

/// <summary>The calculator's drawings: gap by benefit, the way to the target, who pays.</summary>
public sealed class CalculatorCharts(CalculatorModel model)
{
    private readonly CalculatorInputs inputs = model.Inputs!;
    private readonly CalculatorWords words = model.Words;

    private Texts T => words.T;

    private string Place => $"{words.Area(inputs.RefArea)}, {Formats.Year(inputs.Members[0].Year)}";

    /// <summary>Cost and gap of every benefit on one scale; where there are two scenarios, the gaps of both.</summary>
    public ChartSpec Benefits()
    {
        ChartMark[] marks =
        [
            .. from name in Knobs.Benefits
               from scenario in Scenarios
               let benefit = scenario.Result.Benefits.FirstOrDefault(b => b.Benefit == name)
               where benefit is not null
               from isGap in model.B is null ? (bool[])[false, true] : [true]
               select MarkOf(benefit, isGap, scenario.Letter),
        ];
        var known = marks.Where(m => m.Value is not null).Select(m => m.Value!.Value).ToList();
        return new ChartSpec
        {
            Id = "benefits",
            Kind = ChartKind.Ranking,
            Title = T[model.B is null ? "calculator.chart.benefits" : "calculator.chart.benefits.two", Place],
            Subtitle = T[model.B is null ? "calculator.chart.benefits.subtitle" : "calculator.chart.benefits.two.subtitle"],
            Unit = T["calculator.unit.gdp"],
            Summary = string.Join(" ", Scenarios.Select(BenefitsInWords)),
            Marks = marks,
            Bins = model.B is null
                ? [new("cost", T["calculator.cost"], 0, 0, "coverage-4"), new("gap", T["calculator.gap"], 0, 0, "gap-4")]
                : [new("A", NameOf("A"), 0, 0, "gap-4"), new("B", NameOf("B"), 0, 0, "gap-2")],
            Values = ChartAxis.Round(0, known.DefaultIfEmpty(1).Max(), Tick),
            Footer = Footer,
            Words = words.ChartWords,
        };
    }

    public IReadOnlyList<ChartColumn> BenefitColumns =>
    [
        new(T["calculator.column.benefit"], mark => mark.Label) { HeadsRow = true },
        new(T["calculator.unit.gdp"], mark => mark.ValueLabel ?? T["calculator.coverage.unknown"]) { IsNumber = true },
    ];

    /// <summary>Null where there is no way: no gap is stated, no growth is forecast, or that of too few members of a group.</summary>
    public ChartSpec? Path()
    {
        var lines = Scenarios.Where(s => s.Result.Path.Count > 1).ToList();
        if (lines.Count == 0)
        {
            return null;
        }

        ChartMark[] marks =
        [
            .. from line in lines
               from year in line.Result.Path
               select new ChartMark
               {
                   RefArea = inputs.RefArea,
                   Label = NameOf(line.Letter),
                   Series = line.Letter,
                   TimePeriod = year.Year,
                   Value = year.ShareOfGdp,
                   ValueLabel = words.OfGdp(year.ShareOfGdp),
                   Basis = BasisOf(year.Year, ["package_path", .. line.Result.Benefits.Select(benefit => $"package_gap_{benefit.Benefit}")]) with { ObsStatus = year.Year > inputs.Members[0].Year ? "F" : "E" },
                   Tooltip =
                   [
                       $"{NameOf(line.Letter)}, {Formats.Year(year.Year)}", words.OfGdp(year.ShareOfGdp),
                       .. year.Usd is { } usd ? [T["calculator.path.usd", words.Usd(usd), BaseYear]] : Array.Empty<string>(), T["calculator.path.projected"],
                   ],
               },
        ];
        var (first, last) = (marks.Min(m => m.TimePeriod!.Value), marks.Max(m => m.TimePeriod!.Value));
        return new ChartSpec
        {
            Id = "path",
            Kind = ChartKind.Line,
            Title = T["calculator.chart.path", words.Area(inputs.RefArea), Formats.Year(first), Formats.Year(last)],
            Subtitle = T["calculator.chart.path.subtitle"],
            Unit = T["calculator.unit.gdp.year"],
            Summary = string.Join(" ", lines.Select(line => T["calculator.chart.path.summary", NameOf(line.Letter),
                words.OfGdp(line.Result.Path[1].ShareOfGdp), Formats.Year(line.Result.Path[1].Year), words.OfGdp(line.Result.Path[^1].ShareOfGdp), Formats.Year(line.Result.Path[^1].Year)]))
                + (last < inputs.TargetYear ? " " + T["calculator.path.ends", Formats.Year(last)] : ""),
            Marks = marks,
            Series = [.. lines.Select((line, i) => new ChartSeries(line.Letter, NameOf(line.Letter), $"series-{i + 1}", IsSecondary: line.Letter == "B"))],
            Values = ChartAxis.Round(0, marks.Max(m => m.Value!.Value), Tick),
            Years = ChartAxis.OfYears(first, last),
            Footer = [.. Footer, new(T["calculator.path.note"], T["footer.note"]), .. lines.Select(line => line.Result.OfGroup).Take(1).Where(_ => inputs.IsGroup).Select(OfMembers)],
            Words = words.ChartWords,
        };
    }

    public IReadOnlyList<ChartColumn> PathColumns =>
    [
        new(T["column.year"], mark => Formats.Year(mark.TimePeriod!.Value)) { HeadsRow = true },
        new(T["calculator.scenario"], mark => mark.Label),
        new(T["calculator.unit.gdp"], mark => mark.ValueLabel) { IsNumber = true },
        new(T["calculator.path.column.usd", BaseYear], mark => words.Or(PathOf(mark).Usd, words.InShort)) { IsNumber = true },
    ];

    /// <summary>What is taken from each option and what stays open; null while nothing is taken.</summary>
    public ChartSpec? Mix()
    {
        if (model.Edited is not { Open: { } open, Raised: > 0 } result)
        {
            return null;
        }

        var gap = BasisOf(inputs.Members[0].Year, ["package_gap_total", .. result.Benefits.Select(benefit => $"package_gap_{benefit.Benefit}")]);
        gap = inputs.IsGroup ? gap with { Standard = new("package_gap_group", inputs.RefArea, inputs.Members[0].Year, "_T", "_Z") } : gap;
        var taken = result.Mix.Where(line => line.Used > 0).ToList();
        ChartMark[] marks =
        [
            MarkOf("gap", T["calculator.mix.gap"], result.Span) with { Basis = gap },
            .. taken.Select(line => MarkOf(line.Option.OptionId, line.Option.Name, line.Used, isStock: line.Option.IsStock) with { Basis = BasisOf(line.Option) }),
            MarkOf("open", T["calculator.mix.open"], open) with { Basis = gap with { Standard = null, From = [.. gap.From, .. taken.SelectMany(line => BasisOf(line.Option).From)] } },
        ];
        return new ChartSpec
        {
            Id = "mix",
            Kind = ChartKind.Ranking,
            Title = T["calculator.chart.mix", Place],
            Subtitle = T["calculator.chart.mix.subtitle"],
            Unit = T["calculator.unit.gdp.year"],
            Summary = MixInWords(result),
            Marks = marks,
            Flags = [new("stock", T["calculator.mix.stock"], ChartFlagShape.Square)],
            Values = ChartAxis.Round(0, marks.Max(m => m.Value!.Value), Tick),
            Footer =
            [
                .. Footer, new(T["calculator.mix.note"], T["footer.note"]),
                .. OpenAloneInWords(result) is { } alone ? [new(alone, T["footer.note"])] : Array.Empty<ChartFooterLine>(),
            ],
            Words = words.ChartWords,
        };
    }

    public IReadOnlyList<ChartColumn> MixColumns =>
    [
        new(T["calculator.mix.column"], mark => mark.Label) { HeadsRow = true },
        new(T["calculator.unit.gdp.year"], mark => mark.ValueLabel) { IsNumber = true },
        new(T["column.flags"], mark => mark.Flags.Count > 0 ? T["calculator.mix.stock"] : "–"),
    ];

    /// <summary>"The mix brings 1.2% of GDP a year; 0.6% of GDP stays open."</summary>
    public string MixInWords(ScenarioResult result) => result switch
    {
        { Open: null } => T["calculator.mix.nogap"],
        { Raised: 0 } => T["calculator.mix.nothing", words.Gap(result)],
        { Open.AtLeast: > 0 } => T["calculator.mix.some", words.OfGdp(result.Raised), words.Gap(result.Open.Value)],
        // Closed is a gap only when it is closed at its upper end too.
        { Open: { IsRange: true, AtMost: { } most } } => T["calculator.mix.known", words.OfGdp(result.Raised), words.OfGdp(result.Span.AtLeast), words.OfGdp(most)],
        _ => T["calculator.mix.all", words.OfGdp(result.Raised), words.Gap(result)],
    };

    /// <summary>What stays open in a group when each country pays for itself alone; null for a country, and while nothing is taken.</summary>
    public string? OpenAloneInWords(ScenarioResult result) => result is { OpenAlone: { } open, Raised: > 0 } ? T["calculator.mix.alone", words.Gap(open)] : null;

    /// <summary>"Scenario A", or the area while there is one scenario.</summary>
    public string NameOf(string letter) => model.B is null ? T["calculator.scenario.only"] : T["calculator.scenario.of", letter];

    public IEnumerable<(string Letter, ScenarioResult Result)> Scenarios => model.B is null ? [("A", model.A!)] : [("A", model.A!), ("B", model.B)];

    private List<ChartFooterLine> Footer =>
    [
        new(T["calculator.footer.source", words.Format.Vintage(words.Vintage)], T["footer.source"], Urls.Sources(model.View with { Countries = State.CountryList.Empty })),
        new(T["calculator.footer.estimate"], T["footer.note"]),
    ];

    private string BaseYear => Formats.Year(inputs.Members[0].Year);

    private YearCost PathOf(ChartMark mark) => Scenarios.First(s => s.Letter == mark.Series).Result.Path.First(year => year.Year == mark.TimePeriod);

    private ChartFooterLine OfMembers(GroupPath way)
    {
        var sum = T["calculator.path.members", words.Format.Whole(way.Members.Count), words.Format.Whole(inputs.Counted.Count)];
        return new(way.LeftOut.Count == 0 ? sum : $"{sum} {T["calculator.path.left", words.Names(way.LeftOut)]}", T["footer.note"]);
    }

    private string Tick(double value) => words.Format.Number(value, value == Math.Floor(value) ? 0 : Math.Abs(value) < 0.1 ? 2 : 1);

    private ChartMark MarkOf(BenefitResult benefit, bool isGap, string letter)
    {
        var amount = isGap ? benefit.Gap : benefit.Cost;
        var label = T["calculator.of", words.Benefit(benefit.Benefit), model.B is null ? T[isGap ? "calculator.gap" : "calculator.cost"] : letter];
        return new ChartMark
        {
            RefArea = $"{benefit.Benefit}-{(isGap ? "gap" : "cost")}-{letter}",
            Label = label,
            Value = amount?.OfGdp,
            ValueLabel = amount is null ? null : Said(amount.OfGdp, words.Percent),
            Basis = BasisOf(inputs.Members[0].Year, [$"package_{(isGap ? "gap" : "cost")}_{benefit.Benefit}"]),
            Bin = model.B is null ? isGap ? "gap" : "cost" : letter,
            Tooltip =
            [
                label, amount is null ? T["calculator.coverage.unknown"] : Said(amount.OfGdp, words.OfGdp),
                .. amount?.Usd is { } usd ? [Said(usd, words.Usd)] : Array.Empty<string>(),
                benefit.Coverage is { } coverage ? T["calculator.coverage.said", words.Format.Percent(coverage), Formats.Year(benefit.CoverageYear ?? 0)] : T["calculator.coverage.none"],
            ],
        };

        string Said(double value, Func<double, string> say) => isGap && benefit.Span is { } span ? words.AtLeast(span, value, say) : say(value);
    }

    /// <summary>A figure that rests on what these indicators rest on, in a group on those of its members; for a country the first is its own under standard settings.</summary>
    private MarkBasis BasisOf(int year, IReadOnlyList<string> indicators) =>
        new(inputs.RefArea, year, "PT_GDP", [.. from member in inputs.Counted from indicator in indicators select new ValueKey(indicator, member.RefArea, year, "_T", "_Z")])
        {
            Standard = inputs.IsGroup ? null : new ValueKey(indicators[0], inputs.RefArea, year, "_T", "_Z"),
        };

    /// <summary>What is taken is the reader's wish: it is told as that, also where it is all there is.</summary>
    private MarkBasis BasisOf(OptionRow option) => BasisOf(option.TimePeriod ?? inputs.Members[0].Year, [$"fiscal_{option.OptionId}_potential"]) with { Standard = null };

    /// <summary>A gap is drawn to its lower end and said from end to end.</summary>
    private ChartMark MarkOf(string code, string label, GapSpan span) => new()
    {
        RefArea = code,
        Label = label,
        Value = span.AtLeast,
        ValueLabel = span.InFull(T, words.Percent),
        IsEmphasised = true,
        Tooltip = [label, words.Gap(span)],
    };

    private ChartMark MarkOf(string code, string label, double value, bool isStock) => new()
    {
        RefArea = code,
        Label = label,
        Value = value,
        ValueLabel = words.Percent(value),
        Flags = isStock ? ["stock"] : [],
        Tooltip = [label, words.OfGdp(value), .. isStock ? [T["calculator.mix.stock"]] : Array.Empty<string>()],
    };

    private string BenefitsInWords((string Letter, ScenarioResult Result) scenario)
    {
        var (letter, result) = scenario;
        var dearest = result.Benefits.Count == 0 ? null : result.Benefits.MaxBy(b => b.Cost.OfGdp);
        return dearest is null ? T["summary.none"]
            : T["calculator.chart.benefits.summary", NameOf(letter), words.OfGdp(result.Cost.OfGdp), words.Gap(result), words.Format.AfterColon(words.Benefit(dearest.Benefit)), words.OfGdp(dearest.Cost.OfGdp)];
    }
}
