namespace SpIndicators.Dashboards.Pages.Staff.Health;

/// <summary>How a source does, best first: of several answers the last in this order counts.</summary>
public enum Health
{
    Healthy,

    /// <summary>Nothing tells.</summary>
    Unknown,
    Warning,
    Degraded,
}
