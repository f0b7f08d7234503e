namespace SpIndicators.Dashboards.State;

/// <summary>
/// Put on a page that reads parameters of its own: <c>[ExploreParameters]</c>. They are read before the page is drawn, so
/// that the layout can say which were not followed, and they are part of the key under which the page is kept.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class PageParametersAttribute : Attribute
{
    /// <summary>Takes them from the query (<see cref="ViewStateReader.Take"/>); never throws, whatever it is given.</summary>
    public abstract IPageState Read(ViewStateReader reader, Vocabulary known);
}
