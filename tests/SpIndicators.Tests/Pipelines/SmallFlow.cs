using SpIndicators.Pipelines;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Tests.Pipelines;

/// <summary>The embedded flow, cut down to what a test needs; every model is the real one.</summary>
internal static class SmallFlow
{
    /// <summary>The whole flow over some sources: the others have no snapshot, and their corrections are left out.</summary>
    public static FlowModels Of(params string[] sources) => With(
        FlowModels.Embedded.Models,
        sources.Contains("unsd_sdg") ? FlowModels.Embedded.Corrections : FlowModels.Embedded.Corrections.Split('\n')[0] + "\n");

    /// <summary>Raw views, staging and admission; nothing is derived from what they give.</summary>
    public static FlowModels StagingOnly { get; } =
        With(FlowModels.Embedded.Models.Where(m => FlowModels.IsPerSnapshot(m) || m.FullName is "clean.area_code" or "clean.correction"));

    /// <summary>The same flow with more models.</summary>
    public static FlowModels And(this FlowModels flow, params IEnumerable<SqlModel> more) => With(flow.Models.Concat(more), flow.Corrections);

    /// <summary>The same flow without some checks.</summary>
    public static FlowModels WithoutChecks(this FlowModels flow, params string[] names) =>
        With(flow.Models.Where(m => m.Schema != "checks" || !names.Contains(m.Name)), flow.Corrections);

    private static FlowModels With(IEnumerable<SqlModel> models, string? corrections = null) =>
        new([.. models], FlowModels.Embedded.Sources, FlowModels.Embedded.IndicatorCards, corrections ?? FlowModels.Embedded.Corrections);
}
