using SpIndicators.Dashboards.Serving;

namespace SpIndicators.Dashboards.Exports.Documents;

/// <summary>
/// Put on a page that is also a document: with <c>.pdf</c> after its address its article is printed, the very one that the page
/// shows. What must be in it stands here, so that nothing can be left out of a document unnoticed.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class DocumentAttribute : Attribute
{
    /// <summary>Where the address of this installation is put in when the page is printed; on a page there is none.</summary>
    internal const string OriginMark = "<span data-origin></span>";

    /// <summary>Values of <c>data-part</c>: each is there once and has something in it.</summary>
    public abstract IReadOnlyList<string> Parts { get; }

    /// <summary>Of paper, neither more nor fewer; each is one <c>.sheet</c>.</summary>
    public abstract int Pages { get; }

    /// <summary>Under the root of the site, in their order.</summary>
    public abstract IReadOnlyList<string> StyleSheets { get; }

    /// <summary>Classes of the document from large to small type; the first with which it fits is printed.</summary>
    public abstract IReadOnlyList<string> Sizes { get; }

    /// <summary>Of the file, without its ending.</summary>
    public abstract string FileStem(PageView view);

    /// <summary>At the foot of each sheet, beside its number.</summary>
    public abstract string Foot(PageView view, DateOnly today);
}
