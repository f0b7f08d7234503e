using Microsoft.AspNetCore.Components;
using SpIndicators.Dashboards.Exports.Documents;
using SpIndicators.Dashboards.Serving;

namespace SpIndicators.Dashboards.Pages.Brief;

/// <summary>The brief on paper: two pages of A4.</summary>
public sealed class BriefDocumentAttribute : DocumentAttribute
{
    /// <summary>Of this installation, in a printed address.</summary>
    public static readonly MarkupString Origin = new(OriginMark);

    public override IReadOnlyList<string> Parts { get; } =
        ["headline", "nine", "sexes", "quality", "peers", "costs", "options", "conventions", "reforms", "screening", "sources", "reading"];

    public override int Pages => 2;

    public override IReadOnlyList<string> StyleSheets { get; } = ["css/app.css", "css/charts.css", "css/brief.css"];

    /// <summary>No type is below 8 points; the last one leaves out what <c>brief.shortened</c> names.</summary>
    public override IReadOnlyList<string> Sizes { get; } = ["print-1", "print-2", "print-3", "print-4", "print-5", "print-6", "print-7", "print-7 print-short"];

    public override string FileStem(PageView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return FileStemOf(CodeIn(view), view.State.Language.Code, view.Session.Vintage);
    }

    /// <summary><c>country-KEN-brief-fr-2026-11-23</c>.</summary>
    internal static string FileStemOf(string country, string language, string vintage) => $"country-{country}-brief-{language}-{vintage}";

    public override string Foot(PageView view, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.T["brief.foot", view.Vocabulary.Areas[CodeIn(view)].NameIn(view.State.Language), view.Format.Vintage(view.Session.Vintage), view.Format.Date(today)];
    }

    /// <summary>As the data spells it: <c>/country/ken/brief</c>.</summary>
    private static string CodeIn(PageView view) => view.Vocabulary.AreaCode(view.Path.Split('/')[2])!;
}
