namespace SpIndicators.Dashboards.Serving;

/// <summary>Put on a page in which whole addresses of this installation stand: what is kept of it is kept for one host.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NamesItsHostAttribute : Attribute;
