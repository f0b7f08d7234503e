namespace SpIndicators.Dashboards.Exports;

/// <summary>What an installation says of the files it gives.</summary>
/// <param name="PublicAddress">Where people reach the pages: it stands in every file. Null: the address that was asked.</param>
public sealed record ExportOptions(Uri? PublicAddress = null)
{
    /// <summary>Scheme, host and base path, without a slash at the end.</summary>
    public string OriginOf(Microsoft.AspNetCore.Http.HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return PublicAddress is { } address ? address.AbsoluteUri.TrimEnd('/') : $"{request.Scheme}://{request.Host}{request.PathBase}";
    }
}
