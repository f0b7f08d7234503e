using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Fiscal;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Pages.Compare;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Pages.FiscalSpace;

/// <summary>Everything the page of fiscal space shows.</summary>
public sealed class FiscalModel
{
    private FiscalModel()
    {
    }

    public required FiscalWords Words { get; init; }

    public required ValueWords Values { get; init; }

    public required IReadOnlyDictionary<string, FiscalOptionText> Texts { get; init; }

    /// <summary>Rows of the table, in the order asked for.</summary>
    public required IReadOnlyList<FiscalRow> Rows { get; init; }

    /// <summary>The first country chosen, whose peers the table can be of; null where there is none.</summary>
    public required string? First { get; init; }

    /// <summary>The country among whose peers the table is; null where it is of a group.</summary>
    public required string? Among { get; init; }

    /// <summary>The countries chosen, each with its bars and options.</summary>
    public required IReadOnlyList<FiscalCountry> Chosen { get; init; }

    /// <summary>Chosen areas of which there is nothing here: groups, and countries without any figure.</summary>
    public required IReadOnlyList<string> WithoutOptions { get; init; }

    /// <summary>Countries to choose from, by name.</summary>
    public required IReadOnlyList<Area> Countries { get; init; }

    /// <summary>Groups the table can be of: income groups, then regions, and last any other that is asked for.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Sources of the figures in the table.</summary>
    public required string Sources { get; init; }

    /// <summary>Flags that some potential in the table bears, in words.</summary>
    public required string Flags { get; init; }

    public static FiscalModel Read(PageView view)
    {
        var (session, own) = (view.Session, view.Own<FiscalState>());
        var values = new ValueWords(view);
        var words = new FiscalWords(view, values);
        var texts = FiscalQuery.Texts(session, view.State.Language).ToDictionary(text => text.OptionId);
        var options = FiscalQuery.Options(session, "").ToLookup(option => option.RefArea);
        var packages = FiscalQuery.Packages(session).ToDictionary(package => package.RefArea);
        var first = view.State.Countries.FirstOrDefault(area => view.Vocabulary.Areas[area].IsCountry);
        var among = own.Peers == PeersRule.None ? null : first;
        var members = among is not null ? CompareQuery.Peers(session, among, PeersRule.InData(own.Peers)!).Append(among).ToHashSet()
            : own.Group == FiscalState.Everyone ? null : CompareQuery.Members(session, own.Group).ToHashSet();
        var rows = options.Where(country => members is null || members.Contains(country.Key))
            .Select(country => new FiscalRow(country.Key, values.NameOf(country.Key), packages.GetValueOrDefault(country.Key), country.ToDictionary(option => option.OptionId)))
            .OrderBy(row => row.ValueFor(own.Sort, own.ShowsShares) is null).ThenByDescending(row => row.ValueFor(own.Sort, own.ShowsShares)).ThenBy(row => FoldedText.Of(row.Name), StringComparer.Ordinal)
            .ToList();
        return new FiscalModel
        {
            Words = words,
            Values = values,
            Texts = texts,
            Rows = rows,
            First = first,
            Among = among,
            Chosen = [.. view.State.Countries.Where(area => options.Contains(area)).Select(area => FiscalCountry.Of(view, words, values.NameOf(area), packages.GetValueOrDefault(area), [.. options[area]], texts))],
            WithoutOptions = [.. view.State.Countries.Where(area => !options.Contains(area))],
            Countries = [.. view.Vocabulary.Areas.Values.Where(area => area.IsCountry && options.Contains(area.RefArea)).OrderBy(area => FoldedText.Of(area.NameIn(view.State.Language)), StringComparer.Ordinal)],
            Groups = GroupsOf(session, values, own.Group),
            Sources = view.Format.Listed(options.SelectMany(country => country).Where(option => option.SourceId is not null).Select(option => (option.SourceId, option.Vintage)).Distinct()
                .Select(source => $"{values.Producer(source.SourceId!)} ({view.Format.Vintage(source.Vintage!)})").Distinct().Order(StringComparer.Ordinal)),
            Flags = words.Flags(rows.SelectMany(row => row.Options.Values).SelectMany(option => option.AllFlags).Distinct().Order(StringComparer.Ordinal)),
        };
    }

    private static List<string> GroupsOf(SpIndicators.Warehouse.Publishing.WarehouseSession session, ValueWords values, string asked)
    {
        string[] income = ["LIC", "LMC", "UMC", "HIC"];
        var regions = session.Query<string>("select distinct sdg_region from indicators.ref_area where sdg_region is not null");
        List<string> groups = [.. income, .. regions.OrderBy(region => FoldedText.Of(values.NameOf(region)), StringComparer.Ordinal)];
        return asked == FiscalState.Everyone || groups.Contains(asked) ? groups : [.. groups, asked];
    }
}

/// <summary>One country of the table.</summary>
public sealed record FiscalRow(string RefArea, string Name, FloorPackage? Package, IReadOnlyDictionary<string, FiscalOption> Options)
{
    /// <summary>What a column is sorted by, largest first; null where there is nothing, and for names.</summary>
    public double? ValueFor(string column, bool shares) => column switch
    {
        FiscalState.ByCountry => null,
        FiscalState.ByGap => Package?.Gap,
        "debt" or "macro" => Options.GetValueOrDefault(column)?.Headline,
        _ => shares ? Options.GetValueOrDefault(column)?.ShareOfGapHigh : Options.GetValueOrDefault(column)?.PotentialAYear,
    };
}

/// <summary>A country looked at by itself: its gap against each option.</summary>
/// <param name="Bars">Null where no gap is known; <paramref name="Package"/> says why.</param>
public sealed record FiscalCountry(
    string RefArea, string Name, FloorPackage? Package, IReadOnlyList<FiscalOption> Options, ChartSpec? Bars, IReadOnlyList<ChartColumn> Columns)
{
    public static FiscalCountry Of(
        PageView view, FiscalWords words, string name, FloorPackage? package, IReadOnlyList<FiscalOption> options, IReadOnlyDictionary<string, FiscalOptionText> texts) =>
        Of(new FiscalBars(view, words), name, package, options, texts);

    private static FiscalCountry Of(FiscalBars bars, string name, FloorPackage? package, IReadOnlyList<FiscalOption> options, IReadOnlyDictionary<string, FiscalOptionText> texts) =>
        new(options[0].RefArea, name, package, options, bars.Spec($"bars-{options[0].RefArea}", name, package, options, texts), bars.Columns(options));
}
