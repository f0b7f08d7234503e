using Microsoft.AspNetCore.Http;

namespace SpIndicators.Dashboards.Serving;

/// <summary>
/// Put on a page that is made for one person: sign-in and the staff pages. Only such a page looks at who asks, carries a
/// form token and takes a posted form; its answer is never kept, by us, the browser or anything between. All other pages
/// do not know who reads them, so nothing of a person can stand in what readers share.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PersonalAttribute : Attribute
{
    internal static bool IsOn(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<PersonalAttribute>() is not null;
}
