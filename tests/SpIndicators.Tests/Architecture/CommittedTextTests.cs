using System.Text.RegularExpressions;

namespace SpIndicators.Tests.Architecture;

/// <summary>A clone must mean the same everywhere: no paths of one machine, no address of a package registry.</summary>
public sealed partial class CommittedTextTests
{
    private static readonly string[] Binary = [".gz", ".png", ".woff2", ".ico", ".xlsx", ".zip", ".pdf", ".parquet"];

    [Fact]
    public void Files_OfTheRepository_NameNoMachineAndNoRegistry()
    {
        var found = from file in SourceTree.Files
                    where !Binary.Contains(Path.GetExtension(file))
                    from Match match in OfOneMachine().Matches(SourceTree.Read(file))
                    select $"{file}: {match.Value}";

        Expect.Nothing(found);
    }

    [Theory]
    [InlineData("/wo" + "rk/main")]
    [InlineData("\"/ro" + "ot/.nuget\"")]
    [InlineData("file:///t" + "mp/x.log")]
    [InlineData("/ho" + "me/anna/src")]
    [InlineData("https://registry.npm" + "js.org/x")]
    [InlineData("https://api.nu" + "get.org/v3")]
    [InlineData("far" + "m-01")]
    public void MachineName_InText_IsSeen(string text) => Assert.Matches(OfOneMachine(), text);

    [Theory]
    [InlineData("dashboards/work/x")]
    [InlineData("https://ilo.org/work/social-protection")]
    [InlineData("path.to/tmpfile and /temporary")]
    [InlineData("farm-gate prices")]
    [InlineData("../root/x")]
    public void MachineName_InOrdinaryText_IsNotSeen(string text) => Assert.DoesNotMatch(OfOneMachine(), text);

    // The letters in brackets keep this pattern from matching its own source.
    [GeneratedRegex(@"(?<![\w.])(?<!\w/)/(wor[k]|roo[t]|tm[p]|farm)/[\w.][\w./-]*|(?<![\w.])/home/\w[\w./-]*|registry[.]npmjs[.]|api[.]nuget[.]org|npmjs[.]org|\bfar[m]-(?!gate)\w*")]
    private static partial Regex OfOneMachine();
}
