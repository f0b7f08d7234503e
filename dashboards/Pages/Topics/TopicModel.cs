using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Pages.Topics;

/// <summary>Everything a topic's page shows, read in one go from one vintage.</summary>
internal sealed class TopicModel
{
    public required TopicQuery.Topic Topic { get; init; }

    public required IReadOnlyList<TopicQuery.Topic> Others { get; init; }

    public required IReadOnlyList<Line> Lines { get; init; }

    /// <summary>Labels of what has fewer countries than the topic asks for.</summary>
    public required IReadOnlyList<string> TooFew { get; init; }

    /// <summary>Whose figures the indicators are made from.</summary>
    public required IReadOnlyList<string> Producers { get; init; }

    public required ValueWords Words { get; init; }

    /// <summary>Null for a topic this vintage does not have.</summary>
    public static TopicModel? TryRead(PageView view, string id)
    {
        var (session, language) = (view.Session, view.State.Language);
        if (TopicQuery.Find(view, id) is not { } topic)
        {
            return null;
        }

        var cards = IndicatorCard.All(session, language).ToDictionary(card => card.IndicatorId);
        var contingencies = CoverageQuery.Contingencies(session).ToDictionary(contingency => contingency.Code, contingency => contingency.ShortIn(language));
        var spreads = TopicQuery.Spreads(session, topic.Id);
        var values = view.State.Countries.Count == 0 ? [] : ValueQuery.Newest(session, view.State.Countries, [.. spreads.Select(spread => spread.IndicatorId).Distinct()]);
        var lines = spreads.Select(spread => new Line(
            spread, cards[spread.IndicatorId], Label(view, spread, cards[spread.IndicatorId], contingencies, spreads),
            values.Where(row => (row.IndicatorId, row.Contingency, row.Sex) == (spread.IndicatorId, spread.Contingency, spread.Sex)).ToDictionary(row => row.RefArea))).ToList();
        var words = new ValueWords(view);
        return new TopicModel
        {
            Topic = topic,
            Others = [.. TopicQuery.All(session, language).Where(other => other != topic)],
            Lines = [.. lines.Where(line => line.Spread.IsShown)],
            TooFew = [.. lines.Where(line => !line.Spread.IsShown).Select(line => line.Label)],
            Producers = [.. lines.SelectMany(line => line.Card.SourceIds).Where(source => source != "parameter").Select(words.Producer).Distinct().Order(StringComparer.Ordinal)],
            Words = words,
        };
    }

    /// <summary>Title, contingency if there is one, sex if the topic has more than one.</summary>
    private static string Label(
        PageView view, Spread spread, IndicatorCard card, Dictionary<string, string> contingencies, IReadOnlyList<Spread> all)
    {
        var label = contingencies.TryGetValue(spread.Contingency, out var contingency) ? view.T["topics.label", card.Title, contingency] : card.Title;
        var isSplit = all.Any(other => other.IndicatorId == spread.IndicatorId && other.Contingency == spread.Contingency && other.Sex != spread.Sex);
        return isSplit ? view.T["topics.label", label, view.T[$"sex.{Urls.Sexes.First(sex => sex.InData == spread.Sex).InUrl}"]] : label;
    }

    /// <summary>One indicator, contingency and sex.</summary>
    internal sealed record Line(Spread Spread, IndicatorCard Card, string Label, IReadOnlyDictionary<string, ValueRow> ByArea)
    {
        /// <summary>Null where the area has none.</summary>
        public ValueRow? ValueOf(string area) => ByArea.GetValueOrDefault(area);
    }
}
