using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Pages.Country;

/// <summary>What the page of a country is asked besides the view.</summary>
/// <param name="Peers">By which rule its peers are chosen, as the address spells it; "none" for no peers.</param>
public sealed record CountryState(string Peers) : IPageState
{
    public const string DefaultPeers = "income";

    public string? Rule => PeersRule.InData(Peers);

    public IEnumerable<(string Name, string Value)> Parameters() => Peers == DefaultPeers ? [] : [(Urls.PeersRule, Peers)];
}

/// <summary>Reads <see cref="CountryState"/>.</summary>
public sealed class CountryParametersAttribute : PageParametersAttribute
{
    public override IPageState Read(ViewStateReader reader, Vocabulary known) =>
        new CountryState(reader.Take(Urls.PeersRule, PeersRule.Read).Or(CountryState.DefaultPeers));
}
