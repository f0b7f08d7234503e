using System.Diagnostics;
using SpIndicators.Tests.Architecture;

namespace SpIndicators.Tests.Data;

/// <summary>data/reference/neighbour.csv.</summary>
public sealed class NeighbourTests
{
    private static readonly HashSet<(string One, string Other)> Pairs = [.. Rows()];

    [Fact]
    public void Neighbours_AreThoseOfTheMapThatIsDrawn()
    {
        string[] arguments = ["build/map/neighbours.mjs", "data/reference/ref_area.csv", "node_modules"];
        using var node = Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, WorkingDirectory = SourceTree.Root })!;
        var drawn = node.StandardOutput.ReadToEnd();
        node.WaitForExit();

        Assert.Equal(0, node.ExitCode);
        Assert.Equal(drawn, File.ReadAllText(Path.Combine(SourceTree.Root, "data", "reference", "neighbour.csv")));
    }

    [Fact]
    public void Neighbours_AreMutual() =>
        Expect.Nothing(Pairs.Where(pair => !Pairs.Contains((pair.Other, pair.One))).Select(pair => $"{pair.One} has {pair.Other}, not the other way round"));

    [Theory]
    [InlineData("KEN", "ETH SOM SSD TZA UGA")]
    [InlineData("LSO", "ZAF")]
    [InlineData("GUF", "BRA SUR")]
    [InlineData("MDG", "")]
    public void Neighbours_OfCountriesKnownToEveryone(string iso3, string expected) =>
        Assert.Equal(expected, string.Join(' ', Pairs.Where(pair => pair.One == iso3).Select(pair => pair.Other).Order(StringComparer.Ordinal)));

    private static IEnumerable<(string, string)> Rows()
    {
        var table = ReferenceTable.Read("neighbour");
        return table.Rows.Select(row => (table.Cell(row, "iso3"), table.Cell(row, "neighbour")));
    }
}
