using SpIndicators.Dashboards.State;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Compare;

/// <summary>The peers that a rule adds to the countries chosen, as far as there is room for them.</summary>
/// <param name="Of">Whose peers they are: the first country chosen; null where none is.</param>
/// <param name="Codes">Those with figures, then in the order of the rule; those that were chosen by name are not among them.</param>
/// <param name="LeftOut">Peers for whom there was no room.</param>
public sealed record AddedPeers(string Rule, string? Of, IReadOnlyList<string> Codes, int LeftOut)
{
    /// <summary>Null when no peers are asked for.</summary>
    internal static AddedPeers? Read(WarehouseSession session, Vocabulary known, string rule, CountryList chosen)
    {
        if (PeersRule.InData(rule) is not { } inData)
        {
            return null;
        }

        var country = chosen.FirstOrDefault(area => known.Areas[area].IsCountry);
        var peers = country is null ? [] : CompareQuery.Peers(session, country, inData).Where(peer => !chosen.Contains(peer))
            .OrderByDescending(peer => known.Areas.TryGetValue(peer, out var area) && area.HasCoverage).ToList();
        var room = Math.Max(0, ViewState.MostCountries - chosen.Count);
        return new(rule, country, [.. peers.Take(room)], Math.Max(0, peers.Count - room));
    }
}
