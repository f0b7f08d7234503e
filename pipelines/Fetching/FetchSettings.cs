namespace SpIndicators.Pipelines.Fetching;

/// <summary>What is set for all sources alike. The defaults suit agencies that answer slowly and are not to be pressed.</summary>
public sealed record FetchSettings
{
    /// <summary>By the name a card gives its service (<c>ilo_sdmx</c>); those not named here are where their card says.</summary>
    public IReadOnlyDictionary<string, Uri> BaseAddresses { get; init; } = new Dictionary<string, Uri>();

    /// <summary>Says who asks.</summary>
    public string UserAgent { get; init; } = "SpIndicators";

    /// <summary>Until a machine takes the connection.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From the request to the last byte of its answer.</summary>
    public TimeSpan TryTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>For all requests of one source, waiting included.</summary>
    public TimeSpan TotalDeadline { get; init; } = TimeSpan.FromMinutes(45);

    /// <summary>Tries of one request.</summary>
    public int MaxTries { get; init; } = 5;

    /// <summary>Before the second try; doubles from there, with chance in it so that many machines do not come at once.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>However long an agency asks to wait (Retry-After), longer than this is a failure.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>So many failures of one machine in a row and it is left alone.</summary>
    public int FailuresUntilPause { get; init; } = 10;

    /// <summary>How long it is left alone.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMinutes(2);
}
