using Microsoft.AspNetCore.Routing;
using SpIndicators.Dashboards.Serving;

namespace SpIndicators.Dashboards.Pages.Topics;

/// <summary>The path names a topic of the vintage.</summary>
public sealed class TopicPathAttribute : PagePathAttribute
{
    public override bool Exists(RouteValueDictionary route, PageView view) => route["id"] is string id && TopicQuery.Find(view, id) is not null;
}
