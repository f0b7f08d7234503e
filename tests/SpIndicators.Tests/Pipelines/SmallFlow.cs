using SpIndicators.Pipelines;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Tests.Pipelines;

/// <summary>The embedded flow, cut down to what a test needs; every model but the list of sources is the real one.</summary>
internal static class SmallFlow
{
    /// <summary>The whole flow over some sources: <c>clean.staged</c>, which names all sources, is
    /// another, and corrections of sources that are not there are left out.</summary>
    public static FlowModels Of(params string[] sources) => With(
        FlowModels.Embedded.Models.Select(m => m.FullName == "clean.staged" ? StagedOf(m, sources) : m),
        sources.Contains("unsd_sdg") ? FlowModels.Embedded.Corrections : FlowModels.Embedded.Corrections.Split('\n')[0] + "\n");

    /// <summary>Raw views, staging and admission; nothing is derived from what they give.</summary>
    public static FlowModels StagingOnly { get; } =
        With(FlowModels.Embedded.Models.Where(m => FlowModels.IsPerSnapshot(m) || m.FullName == "clean.area_code"));

    /// <summary>The same flow with more models.</summary>
    public static FlowModels And(this FlowModels flow, params IEnumerable<SqlModel> more) => With(flow.Models.Concat(more), flow.Corrections);

    /// <summary>The same flow without some checks.</summary>
    public static FlowModels WithoutChecks(this FlowModels flow, params string[] names) =>
        With(flow.Models.Where(m => m.Schema != "checks" || !names.Contains(m.Name)), flow.Corrections);

    private static FlowModels With(IEnumerable<SqlModel> models, string? corrections = null) =>
        new([.. models], FlowModels.Embedded.Sources, FlowModels.Embedded.IndicatorCards, corrections ?? FlowModels.Embedded.Corrections);

    private static SqlModel StagedOf(SqlModel staged, string[] sources) =>
        SqlModel.Parse(staged.Path, "-- materialized view\n" + string.Join("\nunion all by name\n", sources.Select(s => $"from clean.stg_{s}")));
}
