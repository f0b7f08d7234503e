using Microsoft.AspNetCore.WebUtilities;

namespace SpIndicators.Dashboards.State;

/// <summary>Parameters of a page as its address spells them, for a component that only carries them along.</summary>
public sealed record CarriedParameters(IReadOnlyList<(string Name, string Value)> All) : IPageState
{
    /// <param name="query">As <see cref="Urls.Query"/> writes it.</param>
    public static CarriedParameters Of(string query) =>
        new([.. from parameter in QueryHelpers.ParseQuery(query) from value in parameter.Value select (parameter.Key, value ?? "")]);

    public IEnumerable<(string Name, string Value)> Parameters() => All;
}
