using Microsoft.AspNetCore.Routing;
using SpIndicators.Dashboards.Serving;

namespace SpIndicators.Dashboards.Pages.Data;

/// <summary>The path names an indicator of the vintage.</summary>
public sealed class IndicatorPathAttribute : PagePathAttribute
{
    public override bool Exists(RouteValueDictionary route, PageView view) => route["id"] is string id && view.Vocabulary.Indicator(id) is not null;
}
