using System.Reflection;

namespace SpIndicators.Browser.Tests;

/// <summary>Where things are, as the build wrote it into this assembly.</summary>
internal static class Places
{
    public static string Root => Written("RepoRoot");

    /// <summary>The built <c>spi.dll</c>.</summary>
    public static string App => Written("AppUnderTest");

    /// <summary>The unpacked package that holds Playwright's driver for every system.</summary>
    public static string PlaywrightPackage => Written("PlaywrightPackage");

    public static string Screenshots => Created("screenshots");

    /// <summary>The data folder and the log of the app under test; kept after the run.</summary>
    public static string Run => Created("browser-tests");

    private static string Created(string folder) => Directory.CreateDirectory(Path.Combine(Root, "artifacts", folder)).FullName;

    private static string Written(string key) => typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
