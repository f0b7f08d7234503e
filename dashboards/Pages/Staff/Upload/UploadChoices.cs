using SpIndicators.Dashboards.Languages;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Staff.Upload;

/// <summary>A code with its name, for the selectors of the form.</summary>
public sealed record UploadChoice(string Code, string Name);

/// <summary>The codes a file's words may stand for, as readers see them now.</summary>
internal static class UploadChoices
{
    public static IReadOnlyList<UploadChoice> Contingencies(WarehouseSession session, Language language) =>
        session.Query<UploadChoice>($"select contingency as Code, short_{language.Code} as Name from indicators.contingency order by sort_order");

    public static IReadOnlyList<UploadChoice> Countries(WarehouseSession session, Language language) =>
        session.Query<UploadChoice>($"select ref_area as Code, name_{language.Code} as Name from indicators.ref_area where kind = 'country' order by ref_area");
}
