using SpIndicators.App.Alerts;
using SpIndicators.App.Console;
using SpIndicators.App.Running;
using SpIndicators.App.Serving;
using SpIndicators.App.SignIn;
using SpIndicators.Dashboards.Api.Door;
using SpIndicators.Operations;
using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Fetching;

namespace SpIndicators.App;

/// <summary>
/// What an installation sets: <c>settings.json</c> in its home folder, and over it environment variables that begin with
/// <c>SPI_</c> (<c>SPI_Alerts__Webhook</c>). Nothing need be set.
/// </summary>
public sealed record Settings
{
    public required FetchSettings Fetch { get; init; }

    public required AlertOptions Alerts { get; init; }

    public required RunOptions Retention { get; init; }

    /// <summary>Connection string of the operational store for several machines; null: SQLite in the home folder.</summary>
    public string? PostgreSql { get; init; }

    /// <summary>The provider of OpenID Connect that people may sign in with; null: only names and passwords.</summary>
    public OpenIdSettings? OpenIdConnect { get; init; }

    /// <summary>Proxies whose word counts on who asks, and whether by https.</summary>
    public Addresses TrustedProxies { get; init; } = Addresses.None;

    /// <summary>Who may read the metrics besides this machine and staff.</summary>
    public Addresses MetricsFor { get; init; } = Addresses.None;

    /// <summary>Where people reach the pages; stands in every file they take away, and in alerts.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>The program of the browser that makes PNG and PDF; null: looked for.</summary>
    public string? Chromium { get; init; }

    /// <summary>How much one address may ask of the API.</summary>
    public ApiLimits Api { get; init; } = new();

    /// <summary>Hangfire runs the schedules, not Quartz.</summary>
    public bool UsesHangfire { get; init; }

    /// <exception cref="UsageException">The file is no JSON, or a setting cannot be read; it is named.</exception>
    public static Settings Of(WarehouseHome home)
    {
        ArgumentNullException.ThrowIfNull(home);
        var file = Path.Combine(home.Path, "settings.json");
        try
        {
            var all = new ConfigurationBuilder().AddJsonFile(file, optional: true).AddEnvironmentVariables("SPI_").Build();
            return new Settings
            {
                Fetch = new FetchSettings { BaseAddresses = Agencies(all.GetSection("Agencies")) },
                Alerts = Checked(all.GetSection("Alerts").Get<AlertOptions>() ?? new()) with
                {
                    PublicAddress = AddressOf("Alerts:PublicAddress", all["Alerts:PublicAddress"]) ?? AddressOf("PublicAddress", all["PublicAddress"]),
                },
                Retention = Checked(all.GetSection("Retention").Get<RunOptions>() ?? new()),
                PostgreSql = all["PostgreSql"] is { Length: > 0 } server ? server : null,
                OpenIdConnect = OpenIdSettings.Of(all.GetSection("OpenIdConnect")),
                TrustedProxies = Addresses.Of("TrustedProxies", all["TrustedProxies"]),
                MetricsFor = Addresses.Of("Metrics:Allow", all["Metrics:Allow"]),
                PublicAddress = AddressOf("PublicAddress", all["PublicAddress"]) ?? AddressOf("Alerts:PublicAddress", all["Alerts:PublicAddress"]),
                Chromium = all["Chromium"] is { Length: > 0 } given ? given : Environment.GetEnvironmentVariable("CHROMIUM"),
                Api = Checked(all.GetSection("Api").Get<ApiLimits>() ?? new()),
                UsesHangfire = IsHangfire(all["Scheduler"]),
            };
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or InvalidOperationException or FormatException)
        {
            throw new UsageException($"The settings ({file} and variables that begin with SPI_) cannot be read. {(unreadable.InnerException ?? unreadable).Message}");
        }
    }

    private static Dictionary<string, Uri> Agencies(IConfigurationSection section) => section.GetChildren().ToDictionary(
        agency => agency.Key,
        agency => Uri.TryCreate(agency.Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new UsageException($"The setting Agencies:{agency.Key} is a web address (https://…), not '{agency.Value}'."),
        StringComparer.Ordinal);

    private static Uri? AddressOf(string setting, string? text) => text switch
    {
        null or "" => null,
        _ => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new UsageException($"The setting {setting} is a web address (https://…), not '{text}'."),
    };

    private static bool IsHangfire(string? scheduler) => scheduler?.ToLowerInvariant() switch
    {
        null or "" or "quartz" => false,
        "hangfire" => OperationsOptions.HasHangfire ? true : throw new UsageException(OperationsOptions.NoHangfire),
        _ => throw new UsageException($"The setting Scheduler is quartz or hangfire, not '{scheduler}'."),
    };

    private static RunOptions Checked(RunOptions retention) => retention.KeepVintages >= 2
        ? retention
        : throw new UsageException($"The setting Retention:KeepVintages is at least 2, so that a rollback is possible, not {retention.KeepVintages}.");

    private static ApiLimits Checked(ApiLimits limits) => limits is { PerMinute: null or >= 1, Downloads: >= 1 }
        ? limits
        : throw new UsageException($"The settings Api:PerMinute and Api:Downloads are at least 1, not {limits.PerMinute} and {limits.Downloads}.");

    private static AlertOptions Checked(AlertOptions alerts)
    {
        if (alerts.Smtp is { } smtp && (string.IsNullOrEmpty(smtp.Host) || string.IsNullOrEmpty(smtp.From) || string.IsNullOrEmpty(smtp.To)))
        {
            throw new UsageException("The settings Alerts:Smtp need Host, From and To.");
        }

        return alerts.Webhook is { } hook && !(hook.IsAbsoluteUri && hook.Scheme is "http" or "https")
            ? throw new UsageException("The setting Alerts:Webhook is a web address (https://…); what stands there is none.")
            : alerts;
    }
}
