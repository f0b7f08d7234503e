using SpIndicators.Tests.Architecture;

namespace SpIndicators.Tests.Fetching;

/// <summary>Answers of agencies as they lie in <c>Payloads</c>; its README says where each comes from.</summary>
internal static class Payload
{
    public static string Text(string name) => File.ReadAllText(Path.Combine(SourceTree.Root, "tests", "SpIndicators.Tests", "Fetching", "Payloads", name));
}
