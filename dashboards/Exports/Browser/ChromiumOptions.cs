namespace SpIndicators.Dashboards.Exports.Browser;

/// <summary>The browser that turns drawings into PNG and PDF. Nothing else of the program needs one.</summary>
public sealed record ChromiumOptions
{
    /// <summary>Its program; null: looked for under the usual names.</summary>
    public string? Path { get; init; }

    /// <summary>Pages open at the same time; whoever comes later waits.</summary>
    public int Pages { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>How long one picture or document may take, the start of the browser not counted.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long the browser may take to start.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(20);
}

/// <summary>The browser is missing, did not start, or did not finish in time; told to the reader as such.</summary>
public sealed class ChromiumException : Exception
{
    public ChromiumException(string message, bool isMissing = false, Exception? inner = null)
        : base(message, inner) => IsMissing = isMissing;

    /// <summary>There is none on this machine: asking again will not help.</summary>
    public bool IsMissing { get; }
}
