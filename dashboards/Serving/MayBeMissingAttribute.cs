using Microsoft.AspNetCore.Http;

namespace SpIndicators.Dashboards.Serving;

/// <summary>
/// Put on a page that is there for some addresses of its kind only: a country's, for the countries there are. For the
/// others the page says so in words, and its status is 404.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class MayBeMissingAttribute : Attribute
{
    public abstract bool IsMissing(HttpRequest request, PageView view);
}
