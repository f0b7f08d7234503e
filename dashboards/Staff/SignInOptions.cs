namespace SpIndicators.Dashboards.Staff;

/// <summary>What an installation says of signing in.</summary>
public sealed record SignInOptions
{
    /// <summary>What people call the provider of OpenID Connect that they may sign in with; null: there is none.</summary>
    public string? Provider { get; init; }

    /// <summary>Browsers come by https whatever this server sees: a trusted proxy stands before it. The cookie is for https only then.</summary>
    public bool IsBehindTls { get; init; }

    /// <summary>So many passwords a minute are looked at from one address, whatever the names.</summary>
    public int TriesAMinute { get; init; } = 20;

    /// <summary>So many ways to the provider and back a minute from one address: each may ask it something.</summary>
    public int ProviderTriesAMinute { get; init; } = 60;
}
