using Microsoft.AspNetCore.Routing;

namespace SpIndicators.Dashboards.Serving;

/// <summary>
/// Put on a page whose path names a thing (<c>/data/coverage</c>): whether the vintage has it is asked before the page is
/// rendered, because only then can its status still be 404. The page itself says in words what is missing.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class PagePathAttribute : Attribute
{
    /// <param name="route">What the path holds; values are what somebody typed.</param>
    public abstract bool Exists(RouteValueDictionary route, PageView view);
}
