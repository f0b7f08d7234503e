using System.Globalization;
using SpIndicators.Tests.Architecture;
using SpIndicators.Tests.Data;

namespace SpIndicators.Tests.Pipelines;

/// <summary>One row of published_checks.csv: a figure that somebody else has published.</summary>
/// <param name="Tolerance">How far ours may be from it, in its unit.</param>
/// <param name="Inputs">What it is made of, in words.</param>
internal sealed record PublishedCheck(string Id, string Check, double Expected, double Tolerance, string Unit, string Inputs)
{
    private const string File = "tests/SpIndicators.Tests/Pipelines/published_checks.csv";

    public static IReadOnlyDictionary<string, PublishedCheck> All { get; } =
        CsvText.Records(new StringReader(SourceTree.Read(File)))
            .Skip(1)
            .Select(f => new PublishedCheck(f[0], f[1], Number(f[2]), Number(f[3]), f[4], f[6]))
            .ToDictionary(c => c.Id);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
