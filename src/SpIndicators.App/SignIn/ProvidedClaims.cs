using System.Security.Claims;
using System.Text.Json;
using SpIndicators.Core.Operations;

namespace SpIndicators.App.SignIn;

/// <summary>Reads out of what a provider says of somebody who they are, what they are called, and what they are here.</summary>
internal static class ProvidedClaims
{
    /// <summary>Null when the claims do not say who: that takes an issuer and a subject.</summary>
    public static ExternalIdentity? Identity(ClaimsPrincipal who, OpenIdSettings settings) =>
        One(who, "iss") is { } issuer && One(who, "sub") is { } subject
            ? new ExternalIdentity(issuer, subject, OpenIdSettings.ValuesOf(settings.NameClaim).Select(claim => One(who, claim)).FirstOrDefault(name => name is not null) ?? subject)
            : null;

    /// <summary>The highest of the roles they have; null when none of theirs means anything here. Case counts, as with the provider.</summary>
    public static UserRole? Role(ClaimsPrincipal who, OpenIdSettings settings)
    {
        var theirs = Values(who, settings.RoleClaim).ToHashSet(StringComparer.Ordinal);
        return theirs.Overlaps(OpenIdSettings.ValuesOf(settings.Admin)) ? UserRole.Admin
            : theirs.Overlaps(OpenIdSettings.ValuesOf(settings.Staff)) ? UserRole.Staff
            : theirs.Overlaps(OpenIdSettings.ValuesOf(settings.Reader)) ? UserRole.Reader
            : null;
    }

    private static string? One(ClaimsPrincipal who, string claim) => who.FindFirst(claim)?.Value.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>The claim of that name; where there is none, the part behind the first dot of one that is a JSON object.</summary>
    private static IEnumerable<string> Values(ClaimsPrincipal who, string claim)
    {
        var found = who.FindAll(claim).Select(each => each.Value).ToList();
        var dot = claim.IndexOf('.', StringComparison.Ordinal);
        return found.Count > 0 || dot < 0 ? found : who.FindAll(claim[..dot]).SelectMany(outer => Inside(outer.Value, claim[(dot + 1)..]));
    }

    private static string[] Inside(string json, string name)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json);
            return parsed.RootElement.ValueKind == JsonValueKind.Object && parsed.RootElement.TryGetProperty(name, out var values)
                ? values.ValueKind switch
                {
                    JsonValueKind.Array => [.. values.EnumerateArray().Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!)],
                    JsonValueKind.String => [values.GetString()!],
                    _ => [],
                }
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
