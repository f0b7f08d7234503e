using System.Reflection;

namespace SpIndicators.Tests.Data;

/// <summary>The clone these tests were built from; MSBuild writes its root into the test assembly.</summary>
internal static class CloneFolder
{
    private static readonly string s_root = typeof(CloneFolder).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepoRoot").Value!;

    public static string Snapshots { get; } = Path.Combine(s_root, "data", "snapshots");

    public static string SourceCards { get; } = Path.Combine(s_root, "pipelines", "1_sources");

    public static string ReferenceList(string name) => Path.Combine(s_root, "data", "reference", name + ".csv");
}
