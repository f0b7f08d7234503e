using System.Reflection;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Pipelines;

/// <summary>The files of this folder as they were compiled in: models, checks, cards.</summary>
public sealed class FlowModels
{
    private static readonly Assembly Here = typeof(FlowModels).Assembly;

    /// <summary>The flow as it lies in the folders.</summary>
    public static FlowModels Embedded { get; } = new(
        [.. Resources(".sql").Select(r => SqlModel.Parse(r.Path, r.Text))],
        Resources(".source.json").Select(r => SourceCard.Parse(r.Text)).ToDictionary(s => s.SourceId),
        [.. Resources(".indicator.json").Select(r => r.Text)],
        Resources("corrections.csv").Single().Text);

    public FlowModels(IReadOnlyList<SqlModel> models, IReadOnlyDictionary<string, SourceCard> sources, IReadOnlyList<string> indicatorCards, string corrections)
    {
        Models = models;
        Sources = sources;
        IndicatorCards = indicatorCards;
        Corrections = corrections;
    }

    public IReadOnlyList<SqlModel> Models { get; }

    public IReadOnlyDictionary<string, SourceCard> Sources { get; }

    /// <summary>The <c>.indicator.json</c> files, as text.</summary>
    public IReadOnlyList<string> IndicatorCards { get; }

    /// <summary><c>3_clean/corrections.csv</c>, as text.</summary>
    public string Corrections { get; }

    /// <summary>Models that run behind every snapshot or source rather than once.</summary>
    public static bool IsPerSnapshot(SqlModel model) =>
        model.Schema == "raw" || model.Name.StartsWith("stg_", StringComparison.Ordinal)
        || model.FullName is "clean.admit" or "clean.compare" or "clean.observation" or "clean.observation_count";

    public SqlModel Model(string fullName) =>
        Models.FirstOrDefault(m => m.FullName == fullName) ?? throw new ArgumentException($"There is no model {fullName}.", nameof(fullName));

    private static IEnumerable<(string Path, string Text)> Resources(string ending) =>
        from name in Here.GetManifestResourceNames()
        where name.EndsWith(ending, StringComparison.Ordinal)
        orderby name
        select (name.Replace('\\', '/'), Read(name));

    private static string Read(string name)
    {
        using var reader = new StreamReader(Here.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
