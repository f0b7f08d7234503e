using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Pages.Country;

/// <summary>A country among its peers, by a rule that is written under the chart.</summary>
/// <param name="Spec">Gaps for any benefit, largest first, the country among them; null when nobody has a value.</param>
/// <param name="WithoutValue">Names of peers without a recent figure.</param>
/// <param name="Codes">All peers, nearest first.</param>
public sealed record PeerComparison(
    PeerRule Rule, ChartSpec? Spec, IReadOnlyList<ChartColumn> Columns, IReadOnlyList<string> WithoutValue, IReadOnlyList<string> Codes)
{
    public static PeerComparison Read(PageView view, CountryWords words, Area country, CoverageRow? own, string ruleId, Release release)
    {
        var rule = CountryQuery.Rule(view.Session, country.RefArea, ruleId, view.State.Language);
        var peers = CountryQuery.Peers(view.Session, country.RefArea, ruleId);
        var bins = CountryCharts.GapBins(view);
        var known = peers.Where(peer => peer.Gap is not null).ToList();
        if (own is { } row && !IsTooOld(row))
        {
            known.Add(new(country.RefArea, 0, row.GapPp, row.Coverage, row.PeopleUncovered, row.TimePeriod, row.Flags, row.SourceId, row.Vintage, row.SeriesCode));
        }

        var marks = ChartMarks.Ranked(known.Select(peer => new ChartMark
        {
            RefArea = peer.RefArea,
            Label = words.Name(peer.RefArea),
            Value = peer.Gap,
            ValueLabel = view.Format.Points(peer.Gap),
            Keys = [new("coverage_gap", peer.RefArea, peer.TimePeriod!.Value, "_T", "TOTAL", peer.SourceId, peer.Vintage)],
            TimePeriod = peer.TimePeriod,
            Bin = ChartBins.KeyOf(bins, peer.Gap),
            IsEmphasised = peer.RefArea == country.RefArea,
            Flags = [.. peer.Flags.Split('|').Where(flag => flag.Length > 0)],
            Tooltip = [words.Name(peer.RefArea), view.T["row.gap", view.Format.Points(peer.Gap)], $"{Formats.Year(peer.TimePeriod!.Value)} · {Source(peer)}"],
            Href = peer.RefArea == country.RefArea ? null : Urls.CountryPage(view.State, peer.RefArea),
        }));
        var byArea = known.ToDictionary(peer => peer.RefArea);
        string Flags(CountryPeer peer) => words.Fiscal.Flags(peer.Flags.Split('|').Where(flag => flag.Length > 0));
        string Source(CountryPeer peer) => $"{words.Coverage.SourceOf(peer.SourceId!)}, {peer.SeriesCode}, {view.Format.Vintage(peer.Vintage!)}";
        return new(
            rule,
            marks.Count == 0 ? null : new ChartSpec
            {
                Id = "peers-chart",
                Kind = ChartKind.Ranking,
                SaysYears = true,
                Title = view.T["country.peers.chart", country.NameIn(view.State.Language), rule.Name, CountryCharts.Span([.. known.Select(peer => peer.TimePeriod!.Value)])],
                Subtitle = view.T["country.peers.subtitle"],
                Unit = view.T["measure.gap.unit"],
                Marks = marks,
                Bins = bins,
                Flags = words.Coverage.FlagsOfNewest,
                Values = ChartAxis.Percent(25),
                Summary = Summary(view, country, own, rule),
                Footer =
                [
                    new(words.Coverage.Name(release) + " · " + view.T["licence.line"], view.T["footer.source"], Urls.Sources(view.State)),
                    new(rule.Rule, view.T["country.peers.rule"]),
                ],
                Words = words.Coverage.ChartWords,
            },
            [
                new(view.T["column.country"], mark => mark.Label) { HeadsRow = true },
                new(view.T["column.year"], mark => Formats.Year(mark.TimePeriod!.Value)) { IsNumber = true },
                new(view.T["column.coverage"], mark => view.Format.Percent(byArea[mark.RefArea].Coverage)) { IsNumber = true },
                new(view.T["column.gap"], mark => mark.ValueLabel) { IsNumber = true },
                new(view.T["column.people"], mark => view.Format.People(byArea[mark.RefArea].People) ?? view.T["column.people.none"]) { IsNumber = true },
                new(view.T["column.flags"], mark => Flags(byArea[mark.RefArea]) is { Length: > 0 } flags ? flags : "–"),
                new(view.T["column.source"], mark => Source(byArea[mark.RefArea])),
            ],
            [.. peers.Where(peer => peer.Gap is null).Select(peer => words.Name(peer.RefArea)).OrderBy(FoldedText.Of, StringComparer.Ordinal)],
            [.. peers.Select(peer => peer.RefArea)]);
    }

    private static bool IsTooOld(CoverageRow row) => row.FlagList.Contains("stale");

    private static string Summary(PageView view, Area country, CoverageRow? own, PeerRule rule)
    {
        var name = country.NameIn(view.State.Language);
        return (own, rule.MedianCoverage) switch
        {
            // Without a recent figure of its own there is no row that holds a median.
            ({ } row, _) when IsTooOld(row) => view.T["country.peers.old-own", name, Formats.Year(row.TimePeriod)],
            ({ } row, { } median) => view.T["country.peers.summary", name, view.Format.Percent(row.Coverage), view.Format.Percent(median), view.Format.Whole(rule.PeersWithValue ?? 0), view.Format.Points(Math.Abs(row.Coverage - median)),
                view.T[row.Coverage < median ? "country.peers.below" : "country.peers.above"]],
            (null, _) => view.T["country.peers.no-own", name],
            _ => view.T["country.peers.no-median"],
        };
    }
}
