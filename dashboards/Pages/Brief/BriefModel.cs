using SpIndicators.Dashboards.Api;
using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Pages.Country;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Pages.Brief;

/// <summary>What the brief of a country says: the country's page in short, the world and the region beside it, and whose figures these are.</summary>
public sealed class BriefModel
{
    private const string World = "X01";
    private const string AnyBenefit = "TOTAL";

    private BriefModel()
    {
    }

    public required CountryModel Country { get; init; }

    /// <summary>The world as the release publishes it, and the region as it is computed here; only those that have a figure.</summary>
    public required IReadOnlyList<BesideFigure> Beside { get; init; }

    /// <summary>The gap in dollars; null where none is known.</summary>
    public string? GapInDollars { get; private init; }

    /// <summary>Every release that a figure of the brief was read from.</summary>
    public required IReadOnlyList<BriefSource> Sources { get; init; }

    public static BriefModel Read(PageView view, Area country)
    {
        var model = CountryModel.Read(view, country);
        var region = model.Lists.Region is { } code ? BriefQuery.Region(view.Session, code) : null;
        var world = CoverageQuery.Newest(view.Session, model.Release.Key, [World]).FirstOrDefault(row => row is { Contingency: AnyBenefit, Sex: "_T" });
        List<BesideFigure> beside = [];
        if (world is not null)
        {
            beside.Add(new(World, world.Coverage, world.TimePeriod, world.FlagList, IsComputed: false));
        }

        if (region is not null)
        {
            beside.Add(region);
        }

        return new BriefModel
        {
            Country = model,
            Beside = beside,
            GapInDollars = model.Package?.Span is { } span && model.GapInDollars is { } dollars ? span.In(dollars).InFull(view.T, value => Money.Usd(view.T, value)) : null,
            Sources =
            [
                .. from source in ProvenanceQuery.Of(view.Session, Releases(model).Concat(BriefQuery.PackageReleases(view.Session, country.RefArea)), view.State.Language)
                   select new BriefSource(model.Words.Values.Producer(source.SourceId), source.Title, source.Vintage, source.Licence),
            ],
        };
    }

    private static IEnumerable<(string SourceId, string Vintage)> Releases(CountryModel model) =>
    [
        (model.Release.SourceId, model.Release.Vintage),
        .. model.Newer.Select(newer => (newer.Key.SourceId, newer.Key.Vintage)),
        .. model.Contingencies.SelectMany(line => new[] { line.Row, line.Women, line.Men }).OfType<CoverageRow>().SelectMany(Releases),
        .. model.Options.Where(option => option is { SourceId: not null, Vintage: not null }).Select(option => (option.SourceId!, option.Vintage!)),
    ];

    /// <summary>Of the rate, and of the persons it was multiplied with: "worldbank_wdi 2026-07: SP.POP.TOTL".</summary>
    private static IEnumerable<(string SourceId, string Vintage)> Releases(CoverageRow row)
    {
        yield return (row.SourceId, row.Vintage);
        if ((row.DenominatorSeries ?? "").Split([' ', ':'], 3) is [var source, var vintage, _])
        {
            yield return (source, vintage);
        }
    }
}

/// <summary>Coverage by any benefit in a group of countries.</summary>
/// <param name="IsComputed">Worked out here from its members, not published by an agency.</param>
public sealed record BesideFigure(string Area, double Coverage, int TimePeriod, IReadOnlyList<string> Flags, bool IsComputed);

/// <summary>A release that figures of the brief were read from.</summary>
/// <param name="Licence">In the producer's words.</param>
public sealed record BriefSource(string Producer, string Title, string Vintage, string Licence);
