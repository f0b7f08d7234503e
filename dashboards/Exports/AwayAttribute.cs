using Microsoft.AspNetCore.Http;

namespace SpIndicators.Dashboards.Exports;

/// <summary>On an address that gives a file made of charts: its words do not point at a page (<see cref="Languages.Texts.Away"/>).</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AwayAttribute : Attribute
{
    public static bool IsOn(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<AwayAttribute>() is not null;
}
