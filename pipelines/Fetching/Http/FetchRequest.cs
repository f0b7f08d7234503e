namespace SpIndicators.Pipelines.Fetching.Http;

/// <summary>One file to be brought from an agency.</summary>
/// <param name="Accept">The media types it may be of; asked for in this order.</param>
/// <param name="MaxBytes">Unpacked; a file that is larger is refused.</param>
/// <param name="MinGap">At least so long after the request before it to the same machine.</param>
/// <param name="Folder">Where it is written.</param>
internal sealed record FetchRequest(Uri Address, IReadOnlyList<string> Accept, long MaxBytes, TimeSpan MinGap, string Folder)
{
    /// <summary>Of the copy at hand; the agency may answer that nothing has changed.</summary>
    public string? ETag { get; init; }

    /// <summary>Of the copy at hand, as the agency wrote it.</summary>
    public string? LastModified { get; init; }

    /// <summary>Machines the source may be read from; a service that sends on to another is not followed.</summary>
    public required IReadOnlyCollection<Uri> Places { get; init; }

    public bool IsConditional => ETag is not null || LastModified is not null;

    public string Host => Address.Authority;

    /// <summary>Of the same name as one of the places, at its port or the web's usual one, and never from an encrypted connection to an open one.</summary>
    public bool MayFollow(Uri target) =>
        target.Scheme is "http" or "https" && (Address.Scheme == "http" || target.Scheme == "https")
        && Places.Append(Address).Any(place => place.Host.Equals(target.Host, StringComparison.OrdinalIgnoreCase) && (place.Port == target.Port || target.IsDefaultPort));
}

/// <summary>A whole answer.</summary>
/// <param name="Path">Where its bytes are, unpacked; null where the agency said that nothing has changed.</param>
/// <param name="Bytes">Unpacked.</param>
/// <param name="Sha256">Of the unpacked bytes.</param>
internal sealed record Download(string? Path, long Bytes, string? Sha256, int Status, string? ETag, string? LastModified)
{
    public bool IsNotModified => Path is null;
}

/// <summary>One try, for the record of the run.</summary>
/// <param name="Trouble">What was wrong with it; null when it was answered.</param>
internal sealed record FetchTry(int? Status, string? ETag, long Bytes, TimeSpan Duration, string? Trouble);
