using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Pages.Country;

/// <summary>What the page of a country is asked besides the view.</summary>
/// <param name="Peers">By which rule its peers are chosen, as the address spells it; "none" for no peers.</param>
public sealed record CountryState(string Peers) : IPageState
{
    public const string DefaultPeers = "income";

    /// <summary>The rules in the address and in the data; null for none.</summary>
    public static readonly IReadOnlyList<(string InUrl, string? InData)> Rules =
        [("income", "income"), ("region", "region"), ("neighbours", "neighbour"), ("none", null)];

    public string? Rule => Rules.First(rule => rule.InUrl == Peers).InData;

    public IEnumerable<(string Name, string Value)> Parameters() => Peers == DefaultPeers ? [] : [(Urls.PeersRule, Peers)];

    internal static Parsed<string> ReadPeers(string text)
    {
        var rule = Rules.FirstOrDefault(known => string.Equals(known.InUrl, text, StringComparison.OrdinalIgnoreCase));
        return rule.InUrl is null ? Parsed.Invalid<string>("ignored.peers") : Parsed.Value(rule.InUrl);
    }
}

/// <summary>Reads <see cref="CountryState"/>.</summary>
public sealed class CountryParametersAttribute : PageParametersAttribute
{
    public override IPageState Read(ViewStateReader reader, Vocabulary known) =>
        new CountryState(reader.Take(Urls.PeersRule, CountryState.ReadPeers).Or(CountryState.DefaultPeers));
}
