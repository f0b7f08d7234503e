namespace SpIndicators.Tests.Architecture;

public sealed class SourceTreeTests
{
    [Fact]
    public void Files_OfTheRepository_HoldSourcesAndNoBuildOutput()
    {
        Assert.Contains("SpIndicators.sln", SourceTree.Files);
        Assert.Contains("src/SpIndicators.Core/SpIndicators.Core.csproj", SourceTree.Files);
        Assert.DoesNotContain(SourceTree.Files, file => file.StartsWith("artifacts/", StringComparison.Ordinal) || file.Contains("node_modules/", StringComparison.Ordinal));
    }

    [Fact]
    public void GitIgnore_FoldersAndEndings_AreLeftOut()
    {
        var rules = GitIgnore.Parse(["# output", "bin/", "data/warehouse/", "*.user", ""]);

        Assert.True(rules.LeavesOutFolder("src/App/bin"));
        Assert.True(rules.LeavesOutFolder("data/warehouse"));
        Assert.False(rules.LeavesOutFolder("tests/data/warehouse"));
        Assert.False(rules.LeavesOutFolder("src/cabin"));
        Assert.True(rules.LeavesOutFile("src/App.csproj.user"));
        Assert.False(rules.LeavesOutFile("src/user"));
    }

    [Fact]
    public void GitIgnore_FormItDoesNotKnow_IsRefused()
    {
        var error = Assert.Throws<FormatException>(() => GitIgnore.Parse(["!keep.txt"]));
        Assert.Contains("!keep.txt", error.Message, StringComparison.Ordinal);
    }
}
