using System.Text.Json;

namespace SpIndicators.Dashboards.Tests.Exports;

/// <summary>A folder that goes with its test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("spi-exports-");

    public string Write(string name, byte[] bytes)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    public void Dispose() => folder.Delete(recursive: true);
}

internal static class JsonText
{
    public static JsonElement AsJson(this string text) => JsonDocument.Parse(text).RootElement.Clone();
}
