using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Topics;

/// <summary>The five topics of the network's briefs, and how countries stand in the indicators of one.</summary>
internal static class TopicQuery
{
    public static IReadOnlyList<Topic> All(WarehouseSession session, Language language) => session.Query<Topic>(
        """
        select topic as Id,
            case $lang when 'fr' then name_fr when 'es' then name_es else name_en end as Name,
            case $lang when 'fr' then intro_fr when 'es' then intro_es else intro_en end as Intro,
            indicators_shown as Shown, n_countries as Countries, minimum_countries as Minimum
        from indicators.topic
        order by sort_order
        """,
        new { lang = language.Code });

    /// <summary>A topic by its id in any case; null for one the vintage does not have.</summary>
    public static Topic? Find(PageView view, string id) =>
        All(view.Session, view.State.Language).FirstOrDefault(topic => string.Equals(topic.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Each indicator of a topic by contingency and sex: the spread of the countries' newest values, none older than the
    /// years the topic allows; and which have too few countries to be shown.
    /// </summary>
    public static IReadOnlyList<Spread> Spreads(WarehouseSession session, string topic) => session.Query<Spread>(
        """
        with newest as (
            select t.sort_order, t.is_shown, t.last_year, t.n_countries, v.indicator_id, v.contingency, v.sex, v.ref_area, v.obs_value, v.time_period
            from indicators.topic_indicator as t
            join indicators.indicator_value as v on v.indicator_id = t.indicator_id and v.contingency = t.contingency
            join indicators.ref_area as a on a.ref_area = v.ref_area and a.kind = 'country'
            where t.topic = $topic and (t.years is null or v.time_period >= t.last_year - t.years)
            qualify row_number() over (partition by v.indicator_id, v.contingency, v.sex, v.ref_area order by v.time_period desc) = 1
        )
        select n.indicator_id as IndicatorId, n.contingency as Contingency, n.sex as Sex, any_value(n.is_shown) as IsShown, count(*) as Countries,
            min(n.obs_value) as Lowest, quantile_cont(n.obs_value, 0.25) as LowerQuarter, median(n.obs_value) as Median,
            quantile_cont(n.obs_value, 0.75) as UpperQuarter, max(n.obs_value) as Highest,
            min(n.time_period) as FirstYear, max(n.time_period) as LastYear
        from newest as n
        left join indicators.contingency as c on c.contingency = n.contingency
        group by n.indicator_id, n.contingency, n.sex
        order by any_value(n.sort_order), any_value(c.sort_order) nulls first, case n.sex when '_T' then 0 when 'F' then 1 else 2 end
        """,
        new { topic });

    internal sealed record Topic(string Id, string Name, string Intro, long Shown, long Countries, int Minimum);
}
