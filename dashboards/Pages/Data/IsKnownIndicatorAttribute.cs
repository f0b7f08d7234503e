using Microsoft.AspNetCore.Http;
using SpIndicators.Dashboards.Serving;

namespace SpIndicators.Dashboards.Pages.Data;

/// <summary>The path names an indicator of the vintage.</summary>
public sealed class IsKnownIndicatorAttribute : MayBeMissingAttribute
{
    public override bool IsMissing(HttpRequest request, PageView view) => view.Vocabulary.Indicator(request.RouteValues["id"] as string ?? "") is null;
}
