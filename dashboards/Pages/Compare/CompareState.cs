using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Pages.Compare;

/// <summary>What the comparison is asked besides the view.</summary>
/// <param name="Peers">By which rule the peers of the first country stand beside it, as the address spells it; "none" for no peers.</param>
public sealed record CompareState(string Peers) : IPageState
{
    public static CompareState Alone { get; } = new(PeersRule.None);

    public IEnumerable<(string Name, string Value)> Parameters() => Peers == PeersRule.None ? [] : [(Urls.PeersRule, Peers)];
}

/// <summary>Reads <see cref="CompareState"/>.</summary>
public sealed class CompareParametersAttribute : PageParametersAttribute
{
    public override IPageState Read(ViewStateReader reader, Vocabulary known) => new CompareState(reader.Take(Urls.PeersRule, PeersRule.Read).Or(PeersRule.None));
}
