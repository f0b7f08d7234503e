namespace SpIndicators.Dashboards.State;

/// <summary>
/// Put on a page that can show all members of a group (<c>country=group:LIC</c>), however many they are. Elsewhere such a
/// group is left out of the view, and the reader is told.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesGroupsAttribute : Attribute;
