using Microsoft.AspNetCore.Http;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Pages.Country;

/// <summary>The page of a country is there for countries; groups and slips of the finger are told what is near.</summary>
public sealed class IsKnownCountryAttribute : MayBeMissingAttribute
{
    public override bool IsMissing(HttpRequest request, PageView view) => Country(request.RouteValues["Code"] as string, view.Vocabulary) is null;

    /// <summary>The country of a code in any case; null for none.</summary>
    internal static Area? Country(string? code, Vocabulary known) =>
        code is not null && known.AreaCode(code) is { } found && known.Areas[found] is { IsCountry: true } area ? area : null;
}
