namespace SpIndicators.Dashboards.State;

/// <summary>
/// Put on a page: which parameters of the common view it follows besides language and vintage, which every page follows.
/// What else is asked is set back to its default and told, so that an address never claims a view that is not shown.
/// A page without the attribute follows all.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FollowsAttribute(params string[] parameters) : Attribute
{
    /// <summary>Names as <see cref="Urls"/> spells them.</summary>
    public IReadOnlyList<string> Parameters => parameters;

    /// <summary>What the page shows of the view that is asked for.</summary>
    public ViewState Of(ViewState asked)
    {
        var shown = ViewState.Default with { Language = asked.Language, Vintage = asked.Vintage };
        foreach (var name in parameters)
        {
            shown = name switch
            {
                Urls.Country => shown with { Countries = asked.Countries, MembersOf = asked.MembersOf },
                Urls.Contingency => shown with { Contingency = asked.Contingency },
                Urls.Sex => shown with { Sex = asked.Sex },
                Urls.Time => shown with { Time = asked.Time },
                Urls.Measure => shown with { Measure = asked.Measure },
                Urls.MaxAge => shown with { MaxAge = asked.MaxAge },
                Urls.Release => shown with { Release = asked.Release },
                _ => throw new InvalidOperationException($"[Follows] names \"{name}\", which is no parameter of the common view."),
            };
        }

        return shown;
    }
}
