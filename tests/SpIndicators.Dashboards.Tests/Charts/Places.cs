using System.Reflection;

namespace SpIndicators.Dashboards.Tests.Charts;

/// <summary>Where the clone lies.</summary>
internal static class Places
{
    public static string Root { get; } =
        typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepoRoot").Value!;
}
