using SpIndicators.Core.Methods;

namespace SpIndicators.Dashboards.Pages.Calculator;

/// <summary>One published number that the package is computed from (a row of <c>indicators.package_figure</c>).</summary>
/// <param name="Benefit">"" for what all benefits share.</param>
/// <param name="SourceId"><c>parameter</c> for a number of the method itself.</param>
public sealed record InputFigure(
    string RefArea, short TimePeriod, string Benefit, string Input, double ObsValue, string UnitMeasure, string Flags, string SourceId, string? Vintage,
    string SeriesCode, short? SourceTimePeriod);

/// <summary>A parameter of the method, with whether it was verified at its source.</summary>
public sealed record PackageParameter(string ParameterId, string Benefit, double Value, string UnitMeasure, bool IsVerified, string Source, string Name);

/// <summary>An option of fiscal space of one country (a row of <c>indicators.fiscal_option</c>) or of a group; shares are per cent of GDP.</summary>
/// <param name="Potential">Null where the rules give no amount: <paramref name="NoData"/> says why.</param>
/// <param name="Note">What it overlaps with, in the reader's language.</param>
public sealed record OptionRow(
    string RefArea, string OptionId, int Number, bool IsStock, short? TimePeriod, double? Potential, double? PotentialAYear, string Flags, string? NoData, string Name, string Rule, string Note)
{
    /// <summary>Whose figures a group's potential is the sum of; null for a country.</summary>
    public OptionMembers? Members { get; init; }

    /// <summary>Less than a hundredth of a per cent of GDP cannot be dialled.</summary>
    public bool IsOffered => Knobs.Options.Contains(OptionId) && PotentialAYear >= 0.01;
}

/// <summary>Everything the package of one country is computed from; read once, however often the reader changes a number.</summary>
public sealed class CountryInputs
{
    private readonly Dictionary<(string Benefit, string Input), InputFigure> figures;

    internal CountryInputs(
        IEnumerable<InputFigure> figures, IReadOnlyDictionary<int, IReadOnlyList<AgeBands.Band>> ages,
        IReadOnlyDictionary<(string Benefit, int Year), double> people, IReadOnlyDictionary<int, double> growth)
    {
        this.figures = figures.ToDictionary(f => (f.Benefit, f.Input));
        var any = this.figures.Values.First();
        (RefArea, Year, Ages, People, Growth) = (any.RefArea, any.TimePeriod, ages, people, growth);
    }

    public string RefArea { get; }

    /// <summary>Of GDP and population, and so of all results.</summary>
    public int Year { get; }

    /// <summary>The population in bands, by year; the first year is <see cref="Year"/>.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<AgeBands.Band>> Ages { get; }

    /// <summary>Projected persons whose number moves with that of those the benefit is for.</summary>
    public IReadOnlyDictionary<(string Benefit, int Year), double> People { get; }

    /// <summary>GDP at constant prices over that of <see cref="Year"/>, as far as it is forecast.</summary>
    public IReadOnlyDictionary<int, double> Growth { get; }

    public IEnumerable<InputFigure> Figures => figures.Values;

    public double? this[string benefit, string input] => figures.TryGetValue((benefit, input), out var figure) ? figure.ObsValue : null;

    public InputFigure? Figure(string benefit, string input) => figures.GetValueOrDefault((benefit, input));

    /// <summary>In the dollars of the poverty line.</summary>
    public double Gdp => this["", "gdp_per_head"]!.Value * this["", "population"]!.Value;
}

/// <summary>What a scenario is computed from: one country, or the members of a group.</summary>
public sealed record CalculatorInputs
{
    private IReadOnlyList<CountryInputs>? counted;

    public required string RefArea { get; init; }

    public required bool IsGroup { get; init; }

    /// <summary>One for a country; for a group those with figures of the group's year.</summary>
    public required IReadOnlyList<CountryInputs> Members { get; init; }

    /// <summary>Members of whom the standard package has a stated gap: the same for every scenario, so that scenarios differ by their design alone.</summary>
    public IReadOnlyList<CountryInputs> Counted =>
        counted ??= IsGroup ? [.. Members.Where(member => Costing.Of(member, Scenario.Standard, this).IsGapStated)] : Members;

    /// <summary>Low- and middle-income countries of the group, with or without figures; the country itself for a country.</summary>
    public required IReadOnlyList<string> AllMembers { get; init; }

    /// <summary>Members of the group that no result counts.</summary>
    public IEnumerable<string> NotCounted => AllMembers.Except(Counted.Select(member => member.RefArea));

    /// <summary>By id.</summary>
    public required IReadOnlyDictionary<string, PackageParameter> Parameters { get; init; }

    /// <summary>Least share of the cost that must be for benefits of known coverage, per cent.</summary>
    public double LeastKnown => Parameters["minimum_known_cost"].Value;

    /// <summary>In the order of the handbook; for a group those of its counted members together.</summary>
    public required IReadOnlyList<OptionRow> Options { get; init; }

    /// <summary>What an option that a group offers could bring each counted member a year, per cent of the member's GDP.</summary>
    public IReadOnlyDictionary<(string RefArea, string OptionId), double> Yields { get; init; } = new Dictionary<(string, string), double>();

    public required int TargetYear { get; init; }

    /// <summary>What a number is when the reader leaves it alone; null where that differs between the members of a group.</summary>
    public double? StandardOf(Knob knob)
    {
        if (knob == Knobs.By)
        {
            return TargetYear;
        }

        if (knob == Knobs.Line)
        {
            return IsGroup || Members.Count == 0 ? null : Members[0]["", "line"];
        }

        return knob.Parameter is { } parameter ? Parameters[parameter].Value : knob.Kind == "target" ? Core.Methods.Coverage.Full : 0;
    }
}
