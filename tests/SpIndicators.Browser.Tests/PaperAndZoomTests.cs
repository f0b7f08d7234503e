using Microsoft.Playwright;

namespace SpIndicators.Browser.Tests;

/// <summary>
/// What holds for readers who enlarge and for readers on paper. One visit serves both: the checks are cheap, opening pages is not.
/// </summary>
public sealed class PaperAndZoomTests(Site site, ITestOutputHelper output) : BrowserTest(site, output)
{
    // A window of 1280 × 1024 pixels at 400 % has so many of CSS; a sheet of A4 within the margins of app.css has as many.
    private const int ZoomedWidth = 320;
    private const int ZoomedHeight = 256;
    private const int Tablet = 768;
    private const int SmallDesk = 1024;
    private const int SheetWidth = 688;
    private const int SheetHeight = 1000;

    public static TheoryData<PageVisit> Visits =>
    [
        Visit("overview", "/", "fr"), Visit("country", "/country/KEN", "fr"), Visit("brief", "/country/KEN/brief", "es"), Visit("countries", "/country", "en"),
        Visit("compare", "/compare?country=KEN~SEN&peers=region", "fr"), Visit("fiscal-space", "/fiscal-space?country=~KEN", "es"),
        Visit("calculator", "/calculator?country=~KEN&mix.tax=0.3", "fr"), Visit("topic", "/topics/gender?country=KEN~SEN", "es"),
        Visit("explore-scatter", "/explore?tab=scatter&country=KEN~SEN", "es"), Visit("explore-table", "/explore?tab=table&indicator=coverage_aggregate", "fr"),
        Visit("explore-multiples", "/explore?tab=multiples&indicator=coverage&facet=contingency&country=KEN~ZAF", "fr"),
        Visit("data", "/data", "fr"), Visit("data-tax", "/data/fiscal_tax", "es"), Visit("methods", "/methods", "es"), Visit("revisions", "/revisions?country=KEN", "fr"),
        Visit("freshness", "/freshness", "fr"), Visit("about", "/about", "es"), Visit("sources", "/sources", "en"),
    ];

    [Theory, MemberData(nameof(Visits))]
    public async Task Page_EnlargedOrPrinted_LosesNothing(PageVisit visit)
    {
        await using var opened = await Site.Open(visit);
        var page = opened.Page;

        await page.SetViewportSizeAsync(ZoomedWidth, ZoomedHeight);
        var sideways = await opened.SidewaysOverflow();
        var bothWays = await page.EvaluateAsync<string[]>(ScrolledBothWays);
        var covered = await page.EvaluateAsync<string[]>(CoveredWhenFocused);

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(SheetWidth, SheetHeight);
        var cut = await page.EvaluateAsync<string[]>(CutOnPaper);
        var controls = await page.EvaluateAsync<string[]>(ControlsOnPaper);

        Assert.Multiple(
            () => Assert.Empty(sideways),
            () => Assert.Empty(bothWays),
            () => Assert.Empty(covered),
            () => Assert.Empty(cut),
            () => Assert.Empty(controls));
    }

    /// <summary>In French, whose words are the longest: a column that is out of sight is a country nobody finds.</summary>
    [Theory]
    [InlineData("overview", "/")]
    [InlineData("topic", "/topics/gender?country=KEN~SEN")]
    [InlineData("topic-pensions", "/topics/pensions?country=KEN~SEN")]
    [InlineData("fiscal-space", "/fiscal-space?country=~KEN")]
    [InlineData("compare", "/compare?country=KEN~SEN&peers=region")]
    [InlineData("country", "/country/MAR")]
    [InlineData("explore-table", "/explore?tab=table&indicator=coverage_aggregate")]
    public async Task Tables_OnATablet_HaveEveryColumnInSight(string name, string path)
    {
        await using var opened = await Site.Open(new PageVisit($"tablet-{name}", path, "fr", Tablet));
        await opened.Picture();
        var tablet = await TooWide(opened);
        await opened.Page.SetViewportSizeAsync(SmallDesk, 900);
        var desk = await TooWide(opened);

        Assert.Multiple(() => Assert.Empty(tablet), () => Assert.Empty(desk));
    }

    private static async Task<string[]> TooWide(OpenedPage opened) => [.. await opened.SidewaysOverflow(), .. await opened.Page.EvaluateAsync<string[]>(
        "() => [...document.querySelectorAll('table.stacked')].filter(t => t.checkVisibility() && t.parentElement.scrollWidth > t.parentElement.clientWidth).map(t => `${t.className}: ${t.parentElement.scrollWidth} px in ${t.parentElement.clientWidth}`)")];

    private static PageVisit Visit(string name, string path, string language) => new(name, path, language, ZoomedWidth);

    /// <summary>Who must scroll a part of the page both ways loses the line.</summary>
    private const string ScrolledBothWays =
        """
        () => [...document.querySelectorAll('main *')]
          .filter(e => /auto|scroll/.test(getComputedStyle(e).overflow) && e.scrollWidth > e.clientWidth + 1 && e.scrollHeight > e.clientHeight + 1)
          .map(e => e.tagName + '.' + e.className)
        """;

    /// <summary>Links and fields that something else covers, or that stay outside the window, when the keyboard reaches them.</summary>
    private const string CoveredWhenFocused =
        """
        () => {
          const found = [];
          for (const e of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')) {
            // On a map neighbours overlap; its table has the same links.
            if (!e.checkVisibility({ visibilityProperty: true }) || e.disabled || e.ownerSVGElement) continue;
            e.focus();
            if (document.activeElement !== e) continue;
            const isSeen = [...e.getClientRects()].some(box => {
              const [left, top, right, bottom] = [Math.max(box.left, 0), Math.max(box.top, 0), Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight)];
              return right > left && bottom > top && [0.1, 0.3, 0.5, 0.7, 0.9].some(across => [0.2, 0.5, 0.8].some(down => {
                const over = document.elementFromPoint(left + (right - left) * across, top + (bottom - top) * down);
                // The layer in which a drawn chart listens can be seen through.
                return over && (over === e || e.contains(over) || over.contains(e) || over.closest('.chart-live'));
              }));
            });
            if (!isSeen) found.push(e.tagName + '.' + (e.getAttribute('class') ?? '') + ' ' + e.textContent.trim().slice(0, 40));
          }
          return found;
        }
        """;

    /// <summary>What reaches over the edge of the sheet, and charts that no sheet can hold in one piece.</summary>
    private const string CutOnPaper =
        """
        () => {
          const width = document.documentElement.clientWidth;
          const name = e => e.tagName + '.' + (e.getAttribute('class') ?? '') + ' ' + e.textContent.trim().slice(0, 40);
          const wide = [...document.querySelectorAll('header *, main *, footer *')].filter(e => {
            const box = e.getBoundingClientRect();
            return !e.ownerSVGElement && box.width > 1 && (box.right > width + 1 || box.left < -1);
          });
          const high = [...document.querySelectorAll('.chart')].filter(e => e.getBoundingClientRect().height > innerHeight);
          return [...wide.slice(0, 5).map(e => 'too wide: ' + name(e)), ...high.map(e => 'too high: ' + name(e))];
        }
        """;

    /// <summary>What nobody can press on paper.</summary>
    private const string ControlsOnPaper =
        """
        () => [...document.querySelectorAll('button, input, select, textarea, form, nav')]
          .filter(e => e.getBoundingClientRect().width > 1).map(e => e.tagName + '.' + (e.getAttribute('class') ?? '') + ' ' + e.textContent.trim().slice(0, 40))
        """;
}
