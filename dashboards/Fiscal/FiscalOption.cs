namespace SpIndicators.Dashboards.Fiscal;

/// <summary>
/// One of the eight options of fiscal space for one country (a row of <c>indicators.fiscal_option</c>); re-allocation is two
/// rows. Options overlap, so nothing here may be added up.
/// </summary>
public sealed class FiscalOption
{
    public string RefArea { get; init; } = "";

    /// <summary><c>contributions</c>, <c>tax</c> … (<c>data/reference/fiscal_option.csv</c>).</summary>
    public string OptionId { get; init; } = "";

    public int Number { get; init; }

    /// <summary><c>stock</c>: can be used once; it is spread over years.</summary>
    public string StockOrFlow { get; init; } = "";

    public short? TimePeriod { get; init; }

    public double? Headline { get; init; }

    public string? HeadlineUnit { get; init; }

    public double? Benchmark { get; init; }

    /// <summary>Countries the benchmark rests on.</summary>
    public long? Peers { get; init; }

    /// <summary>Per cent of GDP; for a stock all of it.</summary>
    public double? Potential { get; init; }

    /// <summary>The same, a stock spread over years.</summary>
    public double? PotentialAYear { get; init; }

    /// <summary>Per cent of the financing gap: of its upper end, and of its lower one.</summary>
    public double? ShareOfGapLow { get; init; }

    public double? ShareOfGapHigh { get; init; }

    /// <summary><c>green</c>, <c>amber</c>, <c>red</c>: of the macroeconomic frame only.</summary>
    public string? Signal { get; init; }

    /// <summary>Of the figure, between bars.</summary>
    public string HeadlineFlags { get; init; } = "";

    /// <summary>Of the potential, between bars.</summary>
    public string Flags { get; init; } = "";

    /// <summary>Why there is no potential; null where there is one.</summary>
    public string? NoData { get; init; }

    /// <summary>Where the figure comes from; null where there is none.</summary>
    public string? SourceId { get; init; }

    public string? Vintage { get; init; }

    public string? SeriesCode { get; init; }

    public bool IsStock => StockOrFlow == "stock";

    public IReadOnlyList<string> AllFlags => [.. HeadlineFlags.Split('|').Concat(Flags.Split('|')).Where(flag => flag.Length > 0).Distinct()];
}

/// <summary>What an option is, in the reader's language.</summary>
/// <param name="Rule">How its benchmark is found.</param>
/// <param name="Note">What it overlaps with, or what to mind.</param>
/// <param name="Definition">What its figure is; null where there is none in the catalogue.</param>
public sealed record FiscalOptionText(string OptionId, int Number, string Name, string Rule, string Note, string? Definition);
