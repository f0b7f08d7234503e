namespace SpIndicators.Dashboards.Serving;

/// <summary>On an endpoint whose pages another library draws, which cannot do with <see cref="SecurityHeaders.ContentSecurityPolicy"/>.</summary>
public sealed record OwnContentSecurityPolicy(string Policy);
