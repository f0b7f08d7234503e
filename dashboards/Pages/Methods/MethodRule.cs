namespace SpIndicators.Dashboards.Pages.Methods;

/// <summary>A rule by its name and in words, with a remark where there is one.</summary>
public sealed record MethodRule(string Name, string Text, string? Note);
