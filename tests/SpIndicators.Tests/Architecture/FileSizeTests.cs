namespace SpIndicators.Tests.Architecture;

/// <summary>Past these sizes a file has become a place, not a thing.</summary>
public sealed class FileSizeTests
{
    [Theory]
    [InlineData("*.cs", 400)]
    [InlineData("*.razor.cs", 250)]
    [InlineData("*.razor", 160)]
    [InlineData("*.sql", 140)]
    public void Files_OfAKind_StayUnderTheirCap(string pattern, int cap)
    {
        var tooLong = from file in SourceTree.FilesIn("", pattern)
                      let lines = File.ReadLines(Path.Combine(SourceTree.Root, file)).Count()
                      where lines > cap
                      select $"{file}: {lines} lines, the cap is {cap}.";

        Expect.Nothing(tooLong);
    }
}
