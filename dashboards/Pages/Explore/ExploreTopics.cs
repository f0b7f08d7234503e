using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.Pages.Explore;

/// <summary>The topics of the catalogue in the order in which the explorer lists them.</summary>
public static class ExploreTopics
{
    public static IReadOnlyList<string> InOrder { get; } =
    [
        "coverage", "trend", "gender", "informality", "pensions", "standards", "fiscal_space", "financing", "peers", "aggregate", "quality",
    ];

    /// <summary>In the reader's language; a topic that somebody adds later is called by its id until it has a name here.</summary>
    public static string NameOf(Texts texts, string topic) => InOrder.Contains(topic) ? texts[$"explore.topic.{topic}"] : topic;
}
