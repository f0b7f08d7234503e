using Microsoft.AspNetCore.Http;
using SpIndicators.Dashboards.Serving;

namespace SpIndicators.Dashboards.Pages.Topics;

/// <summary>The path names a topic of the vintage.</summary>
public sealed class IsKnownTopicAttribute : MayBeMissingAttribute
{
    public override bool IsMissing(HttpRequest request, PageView view) => TopicQuery.Find(view, request.RouteValues["id"] as string ?? "") is null;
}
