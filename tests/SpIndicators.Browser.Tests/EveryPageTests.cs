using Deque.AxeCore.Playwright;

namespace SpIndicators.Browser.Tests;

/// <summary>On a telephone; beside <see cref="EveryPageOnADeskTests"/>, since classes run at the same time.</summary>
public sealed class EveryPageOnATelephoneTests(Site site, ITestOutputHelper output) : EveryPage(site, output)
{
    public static TheoryData<PageVisit> Visits => [.. All.Where(visit => visit.Width == Telephone)];

    [Theory, MemberData(nameof(Visits))]
    public Task Page_InEveryLanguage_KeepsTheHouseRules(PageVisit visit) => KeepsTheHouseRules(visit);
}

/// <summary>On a desk and a tablet.</summary>
public sealed class EveryPageOnADeskTests(Site site, ITestOutputHelper output) : EveryPage(site, output)
{
    public static TheoryData<PageVisit> Visits => [.. All.Where(visit => visit.Width != Telephone)];

    [Theory, MemberData(nameof(Visits))]
    public Task Page_InEveryLanguage_KeepsTheHouseRules(PageVisit visit) => KeepsTheHouseRules(visit);
}

/// <summary>What holds for every page, in every language, on a telephone, a tablet and a desk.</summary>
public abstract class EveryPage(Site site, ITestOutputHelper output) : BrowserTest(site, output)
{
    protected const int Telephone = 360;
    private const int Tablet = 768;
    private const int Desk = 1440;

    private static readonly string[] Languages = ["en", "fr", "es"];
    private static readonly int[] Widths = [Telephone, Desk];

    private static readonly (string Name, string Path)[] Pages =
    [
        ("overview", "/"),
        ("indicator", "/indicator"),
        ("sources", "/sources"),
        ("revisions", "/revisions?country=KEN"),
        ("topics", "/topics"),
        ("topic-gender", "/topics/gender?country=KEN~SEN"),
        ("data", "/data"),
        ("data-fiscal-tax", "/data/fiscal_tax"),
        ("methods", "/methods"),
        ("freshness", "/freshness"),
        ("about", "/about"),
        ("search", "/search?q=congo"),
        ("calculator", "/calculator"),
        ("calculator-kenya", "/calculator?country=~KEN"),
        ("sign-in", "/sign-in"),
        ("countries", "/country"),
        ("country", "/country/KEN"),
        ("brief", "/country/KEN/brief"),
        ("compare", "/compare?country=KEN~SEN"),
        ("fiscal-space", "/fiscal-space?country=~KEN"),
        ("explore", "/explore"),
        ("explore-scatter", "/explore?tab=scatter&country=KEN~SEN"),
    ];

    // The same pages in other states; one language is enough for these.
    private static readonly (string Name, string Path)[] States =
    [
        ("indicator-oldage-women", "/indicator?contingency=OLDAGE&sex=F&country=KEN~SEN"),
        ("indicator-withdrawn", "/indicator?contingency=POOR&release=unsd_sdg%402024-02-17"),
        ("indicator-people", "/indicator?measure=people&time=2020"),
        ("calculator-two", "/calculator?b=on&b.child.to=14&edit=b&b.mix.tax=0.1&b.mix.reserves=0.2&country=~KEN"),
        ("calculator-group", "/calculator?country=group:LMC&mix.tax=0.3&mix.reserves=0.1"),
        ("country-nearly-nothing", "/country/TUV"),
        ("country-reforms", "/country/BOL"),
        ("brief-nearly-nothing", "/country/TUV/brief"),
        ("compare-members", "/compare?country=group:LIC"),
        ("compare-peers", "/compare?country=~KEN&peers=region"),
        ("fiscal-space-peers", "/fiscal-space?country=~KEN&peers=income"),
        ("revisions-two", "/revisions?country=KEN~SEN"),
        ("fiscal-space-table", "/fiscal-space?group=all&sort=gap&show=share"),
        ("explore-ranking", "/explore?tab=ranking&indicator=fiscal_tax&country=KEN"),
        ("explore-line", "/explore?tab=line&country=KEN~SEN&contingency=OLDAGE"),
        ("explore-reforms", "/explore?tab=line&indicator=coverage&country=~BOL"),
        ("explore-dumbbell", "/explore?tab=dumbbell&country=KEN~SEN&indicator=people_uncovered"),
        ("explore-multiples", "/explore?tab=multiples&indicator=coverage&facet=contingency&country=KEN~ZAF"),
        ("explore-table", "/explore?tab=table&indicator=coverage_aggregate&order=value-desc"),
        ("explore-fallback", "/explore?indicator=c102_margin&contingency=POOR&sex=M&tab=map&against=nothing"),
    ];

    protected static IEnumerable<PageVisit> All =>
    [
        .. from page in Pages
           from language in Languages
           from width in Widths
           select new PageVisit(page.Name, page.Path, language, width),
        .. from page in Pages select new PageVisit(page.Name, page.Path, "en", Tablet),
        .. from state in States
           from width in Widths
           select new PageVisit(state.Name, state.Path, "en", width),
    ];

    protected async Task KeepsTheHouseRules(PageVisit visit)
    {
        await using var opened = await Site.Open(visit);
        await opened.Picture();
        var axe = await opened.Page.RunAxe();
        var overflow = visit.Width < Desk ? await opened.SidewaysOverflow() : [];
        var tables = visit.Width == Telephone ? await OpenedPage.TablesTooWide(opened.Page) : [];
        var language = await opened.Page.Locator("html").GetAttributeAsync("lang");
        var headings = await opened.Page.Locator("h1").CountAsync();

        Assert.Multiple(
            () => Assert.Equal(200, opened.Status),
            () => Assert.Equal(visit.Language, language),
            () => Assert.Equal(1, headings),
            () => Nothing("console errors", opened.ConsoleErrors),
            () => Nothing("violations of the Content-Security-Policy", opened.PolicyViolations),
            () => Nothing("requests to other origins", opened.OutsideRequests),
            () => Nothing("things that make the page scroll sideways", overflow),
            () => Nothing("tables that must be scrolled sideways", tables),
            () => Nothing("barriers found by axe", axe.Violations.Select(Describe)));
    }

    private static string Describe(Deque.AxeCore.Commons.AxeResultItem barrier) =>
        $"{barrier.Id}: {barrier.Help} at {string.Join(" | ", barrier.Nodes.Select(node => node.Target).Take(3))}";

    private static void Nothing(string what, IEnumerable<string> found)
    {
        var all = found.ToList();
        if (all.Count > 0) Assert.Fail($"{what}:\n{string.Join('\n', all)}");
    }
}
