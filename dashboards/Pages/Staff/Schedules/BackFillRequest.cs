namespace SpIndicators.Dashboards.Pages.Staff.Schedules;

/// <summary>Years to ask the agencies for again.</summary>
/// <param name="IsDryRun">Only say what would happen.</param>
public sealed record BackFillRequest(int YearFrom, int YearTo, bool IsDryRun);
