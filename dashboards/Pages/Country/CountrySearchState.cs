using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Pages.Country;

/// <summary>What is looked for in the list of countries; "" for all of them.</summary>
public sealed record CountrySearchState(string Find) : IPageState
{
    public bool IsEndless => Find.Length > 0;

    public IEnumerable<(string Name, string Value)> Parameters() => Find.Length == 0 ? [] : [(Urls.FindCountry, Find)];
}

/// <summary>Reads <see cref="CountrySearchState"/>: any text may be looked for.</summary>
public sealed class CountrySearchParametersAttribute : PageParametersAttribute
{
    public override IPageState Read(ViewStateReader reader, Vocabulary known) =>
        new CountrySearchState(reader.Take(Urls.FindCountry, Parsed.Value).Or(""));
}
