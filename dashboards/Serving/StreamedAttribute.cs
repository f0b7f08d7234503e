using Microsoft.AspNetCore.Http;

namespace SpIndicators.Dashboards.Serving;

/// <summary>Put on an endpoint that sends its answer as it reads it, however long: no cache of ours keeps it.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class StreamedAttribute : Attribute
{
    internal static bool IsOn(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<StreamedAttribute>() is not null;
}
