namespace SpIndicators.Dashboards.Serving;

/// <summary>
/// Put on a page that holds an interactive server component. The marker such a component leaves in the page is signed
/// for five minutes only, so the page must not be served from a cache, ours or the browser's, beyond
/// <see cref="ReadKey.IslandsLast"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HasIslandsAttribute : Attribute;
