namespace SpIndicators.App.Alerts;

/// <summary>Who is told when a refresh fails, recovers or waits for approval (configuration section <c>Alerts</c>). Nobody, unless set.</summary>
public sealed record AlertOptions
{
    /// <summary>Gets a POST with a small JSON object.</summary>
    public Uri? Webhook { get; init; }

    public SmtpOptions? Smtp { get; init; }

    /// <summary>Where people reach the pages, for the links: <c>https://monitor.example.org</c>.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>A mail server, and between whom it carries.</summary>
    public sealed record SmtpOptions
    {
        public required string Host { get; init; }

        public int Port { get; init; } = 587;

        public bool Tls { get; init; } = true;

        public string? User { get; init; }

        public string? Password { get; init; }

        public required string From { get; init; }

        /// <summary>Addresses, separated by commas.</summary>
        public required string To { get; init; }
    }
}
