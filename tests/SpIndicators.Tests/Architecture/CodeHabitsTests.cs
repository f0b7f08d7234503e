namespace SpIndicators.Tests.Architecture;

public sealed class CodeHabitsTests
{
    private static readonly string[] Everywhere = [.. SourceTree.FilesIn("", "*.cs")];

    [Fact]
    public void Types_OfTheRepository_HaveNamesThatSaySomething() =>
        Expect.Nothing(Everywhere.SelectMany(file => CodeHabits.EmptyNames(SourceTree.Read(file)).Select(name => $"{file}: {name}")));

    [Fact]
    public void Methods_OfTheRepository_CanBeAwaited() =>
        Expect.Nothing(Everywhere.SelectMany(file => CodeHabits.UnawaitableMethods(SourceTree.Read(file)).Select(_ => file)));

    [Fact]
    public void PublicTypes_OutsideTheTests_HaveASummary()
    {
        var types = from file in Everywhere
                    where !file.StartsWith("tests/", StringComparison.Ordinal)
                    from type in CodeHabits.PublicTypes(SourceTree.Read(file))
                    group (file, type.HasSummary) by type.Name;

        // One part of a partial type speaks for all.
        Expect.Nothing(types.Where(parts => !parts.Any(part => part.HasSummary)).Select(parts => $"{parts.First().file}: {parts.Key}"));
    }

    [Theory]
    [InlineData("public static class DateHelper", "DateHelper")]
    [InlineData("internal sealed record BuildInfo(string Commit);", "BuildInfo")]
    [InlineData("class ReaderV2 : IReader", "ReaderV2")]
    [InlineData("public readonly record struct PointData<T>", "PointData")]
    public void EmptyName_InCode_IsSeen(string code, string name) => Assert.Equal([name], CodeHabits.EmptyNames(code));

    [Theory]
    [InlineData("public sealed class Database : IDisposable")]
    [InlineData("/// one class of Data")]
    [InlineData("var record = new Newcomer();")]
    public void OrdinaryName_InCode_IsNotSeen(string code) => Assert.Empty(CodeHabits.EmptyNames(code));

    [Fact]
    public void UnawaitableMethod_InCode_IsSeen() => Assert.Single(CodeHabits.UnawaitableMethods("private async " + "void OnClick() { }"));

    [Theory]
    [InlineData("/// <summary>One.</summary>\npublic record One(int A);", true)]
    [InlineData("/// <summary>\n/// Two.\n/// </summary>\n[Flags]\npublic enum Two\n{", true)]
    [InlineData("/// <summary>Three.</summary>\n[DebuggerDisplay(\"x\",\n    Name = \"y\")]\npublic class Three", true)]
    [InlineData("    public interface IFour", false)]
    [InlineData("/// <summary>Other.</summary>\nint Other;\n\npublic delegate void Five(int x);", false)]
    public void PublicType_InCode_IsSeenWithOrWithoutSummary(string code, bool hasSummary) =>
        Assert.Equal(hasSummary, Assert.Single(CodeHabits.PublicTypes(code)).HasSummary);
}
