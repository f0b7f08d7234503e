using System.Xml.Linq;

namespace SpIndicators.Tests.Architecture;

/// <summary>Who may know whom. The pipelines and the dashboards meet at the published file and nowhere else.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["SpIndicators.Core"] = [],
        ["SpIndicators.DuckDb"] = [],
        ["SpIndicators.Warehouse"] = ["SpIndicators.Core", "SpIndicators.DuckDb"],
        ["SpIndicators.Operations"] = ["SpIndicators.Core"],
        ["SpIndicators.Pipelines"] = ["SpIndicators.Core", "SpIndicators.Warehouse"],
        ["SpIndicators.Dashboards"] = ["SpIndicators.Core", "SpIndicators.Warehouse"],
    };

    private static readonly Dictionary<string, XDocument> Projects = SourceTree.FilesIn("", "*.csproj")
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => XDocument.Parse(SourceTree.Read(file)));

    [Fact]
    public void Projects_ReferenceOnlyThoseBelowThem()
    {
        var wrong = from rule in Allowed
                    where Projects.ContainsKey(rule.Key)
                    from reference in ProjectReferences(rule.Key).Except(rule.Value)
                    select $"{rule.Key} references {reference}; it may reference {(rule.Value.Length == 0 ? "no project" : string.Join(", ", rule.Value))}.";

        Expect.Nothing(wrong);
    }

    [Fact]
    public void Projects_InSourceFolders_HaveARule()
    {
        var withoutRule = Projects.Keys.Where(name => !name.EndsWith("Tests", StringComparison.Ordinal))
            .Except([.. Allowed.Keys, "SpIndicators.App", "SpIndicators.Benchmarks"]);

        Expect.Nothing(withoutRule);
        Assert.Superset(Allowed.Keys.ToHashSet(), Projects.Keys.ToHashSet());
    }

    [Fact]
    public void Core_HasNoPackages() => Assert.Empty(Packages("SpIndicators.Core"));

    [Fact]
    public void DuckDb_TakesAPackageOnlyFromTheFullFeed()
    {
        var unconditional = from package in Projects["SpIndicators.DuckDb"].Descendants("PackageReference")
                            let conditions = package.AncestorsAndSelf().Select(element => element.Attribute("Condition")?.Value ?? "")
                            where !conditions.Any(condition => condition.Contains("'$(FullFeed)' == 'true'", StringComparison.Ordinal))
                            select package.Attribute("Include")!.Value;

        Expect.Nothing(unconditional);
        Assert.All(Packages("SpIndicators.DuckDb"), package => Assert.Equal("DuckDB.NET.Data.Full", package));
    }

    private static IEnumerable<string> ProjectReferences(string project) =>
        Projects[project].Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static IEnumerable<string> Packages(string project) =>
        Projects[project].Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value);
}
