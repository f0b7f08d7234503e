using System.Globalization;
using System.Text;

namespace SpIndicators.Dashboards.Exports.Data;

/// <summary>How the figures of a chart are cited, with the vintage that was seen.</summary>
internal static class Citation
{
    /// <summary>Whose figures, in which edition, read when and where: one sentence to print under a figure.</summary>
    public static string Long(TakenChart taken)
    {
        var t = taken.View.T;
        return t["export.citation", Sources(taken, source => $"{source.Producer}, {source.Title} ({source.Vintage})"), taken.View.Session.Vintage, taken.ExportedText, taken.Permalink];
    }

    /// <summary>"ILO (2022-04-17); SpIndicators, edition of 2026-11-23".</summary>
    public static string Short(TakenChart taken) =>
        taken.View.T["export.citation.short", Sources(taken, source => $"{source.Producer} ({source.Vintage})"), taken.View.Session.Vintage];

    public static byte[] BibTeX(TakenChart taken)
    {
        var text = new StringBuilder();
        var key = string.Concat(taken.FileStem.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'));
        text.Append(CultureInfo.InvariantCulture, $"@misc{{spindicators-{key},\n");
        Field("title", taken.Spec.Title);
        Field("author", $"{{{Escaped(Sources(taken, source => source.Producer))}}}", isEscaped: true);
        Field("howpublished", $"SpIndicators, {taken.View.Session.Vintage}");
        Field("year", taken.View.Session.Vintage[..4]);
        Field("note", Long(taken));
        Field("url", taken.Permalink, isEscaped: true);
        Field("urldate", taken.ExportedText);
        Field("language", taken.View.State.Language.Code);
        text.Append("}\n");
        return Encoding.UTF8.GetBytes(text.ToString());

        void Field(string name, string value, bool isEscaped = false) =>
            text.Append(CultureInfo.InvariantCulture, $"  {name} = {{{(isEscaped ? value : Escaped(value))}}},\n");
    }

    private static string Sources(TakenChart taken, Func<Api.ProvenanceQuery.Source, string> say) =>
        string.Join("; ", taken.Sources.Select(say).Distinct().DefaultIfEmpty(taken.View.T["source.own"]));

    /// <summary>Signs that TeX would act on are written out, and no brace is left open.</summary>
    private static string Escaped(string text) => string.Concat(text.Select(letter => letter switch
    {
        '\\' => "\\textbackslash{}",
        '{' => "\\textbraceleft{}",
        '}' => "\\textbraceright{}",
        '%' or '&' or '#' or '_' or '$' => $"\\{letter}",
        '~' => "\\textasciitilde{}",
        '^' => "\\textasciicircum{}",
        _ => letter.ToString(),
    }));
}
