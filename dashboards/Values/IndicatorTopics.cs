using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.Values;

/// <summary>The topics of the catalogue in the order in which pages list them: what readers ask first stands first.</summary>
public static class IndicatorTopics
{
    private static readonly string[] Order =
    [
        "coverage", "trend", "gender", "informality", "pensions", "standards", "fiscal_space", "financing", "peers", "aggregate", "quality",
    ];

    public static IReadOnlyList<string> InOrder => Order;

    /// <summary>A topic that somebody adds later stands last until it gets its place here.</summary>
    public static int PlaceOf(string topic) => Array.IndexOf(Order, topic) is >= 0 and var place ? place : Order.Length;

    /// <summary>In the reader's language; a topic without a place here is called by its id.</summary>
    public static string NameOf(Texts texts, string topic) => Order.Contains(topic) ? texts[$"indicator.topic.{topic}"] : topic;
}
