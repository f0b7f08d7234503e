using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SpIndicators.Browser.Tests;

/// <summary>What staff do, from the first start on: sign in, make a schedule, run it, read what changed, take it back.</summary>
public sealed partial class StaffJourneyTests(Site site, ITestOutputHelper output)
{
    private const string Kenya = "KEN,ILO - ILO Social Security Inquiry Database,SDG_0131_SEX_SOC_RT,SEX_T,SOC_CONTIG_TOTAL,2020,10.1,";
    private const string ChosenPassword = "a password of the test";

    [Fact]
    public async Task Staff_FromTheFirstSignInToARollback()
    {
        using var agency = new Agency();
        await using var app = await AppUnderTest.Start("staff", new Dictionary<string, string>
        {
            ["SPI_Agencies__ilo_sdmx"] = agency.Address.ToString(), ["SPI_Agencies__ilo_bulk"] = agency.Address.ToString(),
        });
        await using var window = await site.Window(app.Address);
        try
        {
            var page = await window.NewPageAsync();
            await SignIn(page, OneTimePassword(app));
            await MakeASchedule(page);
            agency.Body = agency.Body.Replace(Kenya, Kenya.Replace("10.1", "12.5", StringComparison.Ordinal), StringComparison.Ordinal);
            await RunIt(page);
            Assert.Equal(12.5, await KenyaNow(app));
            await TakeItBack(page);
            Assert.Equal(10.1, await KenyaNow(app));
            await ReadTheAudit(page);
        }
        catch
        {
            output.WriteLine(app.LogTail);
            throw;
        }
    }

    private static async Task SignIn(IPage page, string oneTime)
    {
        await page.GotoAsync("staff");
        await Picture(page, "sign-in");
        await page.GetByLabel("Name").FillAsync("admin");
        await page.GetByLabel("Password").FillAsync(oneTime);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        // A one-time password opens nothing but the page to change it.
        await Expect(page).ToHaveURLAsync(PasswordPage());
        var fields = page.Locator("input[type=password]");
        await fields.Nth(0).FillAsync(oneTime);
        await fields.Nth(1).FillAsync(ChosenPassword);
        await fields.Nth(2).FillAsync(ChosenPassword);
        await page.Locator("form.form button[type=submit]").ClickAsync();
        await page.GotoAsync("staff");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Schedules");
    }

    private static async Task MakeASchedule(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "New schedule" }).ClickAsync();
        var save = page.Locator("form.form button[type=submit]");
        await Expect(save).ToBeEnabledAsync();
        await page.Locator("#cron").FillAsync("0 0 25 * * ?");
        await Expect(page.Locator("#cron-reading .field-error")).ToBeVisibleAsync();
        await Expect(save).ToBeDisabledAsync();
        await page.Locator("#cron").FillAsync("0 0 6 ? * MON");
        await page.Locator("#zone").FillAsync("Africa/Nairobi");
        await Expect(page.Locator("#cron-reading li")).ToHaveCountAsync(3);
        await page.Locator("form.form input[type=text]").First.FillAsync("weekly");
        await page.GetByText("ilostat_sdg_0131", new() { Exact = false }).First.ClickAsync();
        await Picture(page, "schedule");
        await save.ClickAsync();
        await Expect(page.Locator("#schedule-weekly h2, .notice")).Not.ToHaveCountAsync(0);
        await page.GotoAsync("staff/schedules");
        await Expect(page.Locator("#schedule-weekly")).ToContainTextAsync("Africa/Nairobi");
        await Expect(page.Locator("#schedule-refresh-all")).ToContainTextAsync("Paused");
    }

    private static async Task RunIt(IPage page)
    {
        await page.Locator("#schedule-weekly [data-do=run]").ClickAsync();
        await page.GotoAsync("staff/runs");
        var newest = page.Locator("a[href*='staff/runs/']").First;
        await newest.ClickAsync(new() { Timeout = 60_000 });
        await Expect(page.Locator(".run-head")).ToContainTextAsync("Published", new() { Timeout = 90_000 });
        var difference = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "12.5" });
        await Expect(difference).ToContainTextAsync("10.1", new() { Timeout = 30_000 });
        await Expect(difference).ToContainTextAsync("Kenya");
        await Expect(page.Locator(".by-country tbody tr")).ToContainTextAsync("Kenya", new() { Timeout = 30_000 });
        await Picture(page, "run");
        await page.GotoAsync("staff/schedules");
        await Expect(page.Locator("#schedule-weekly")).ToContainTextAsync("Published");
        await Picture(page, "schedules");
    }

    private static async Task TakeItBack(IPage page)
    {
        await page.GotoAsync("staff/vintages");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go back to it" }).Last.ClickAsync();
        await Picture(page, "vintages");
        await page.Locator(".confirm .danger").ClickAsync();
        await Expect(page.Locator("tbody tr").Last).ToContainTextAsync("✓");
    }

    private static async Task ReadTheAudit(IPage page)
    {
        await page.GotoAsync("staff/audit");
        foreach (var action in new[] { "vintage.roll-back", "schedule.run" })
        {
            await Expect(page.GetByText(action).First).ToBeVisibleAsync();
        }

        await Picture(page, "audit");
        await page.GotoAsync("staff/sources");
        await Expect(page.GetByText("ilostat_sdg_0131").First).ToBeVisibleAsync();
        await Picture(page, "sources");
    }

    /// <summary>Pictures the page at both widths, and has nothing to complain of at either.</summary>
    private static async Task Picture(IPage page, string name)
    {
        foreach (var width in new[] { 360, 1440 })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.ScreenshotAsync(new() { Path = Path.Combine(Places.Screenshots, $"staff-{name}-en-{width}.png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });
            Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{name} at {width} px can be scrolled sideways.");
            Assert.Empty(width < 1000 ? await OpenedPage.TablesTooWide(page) : []);
            Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{name} at {width} px: {v.Id}: {v.Help}: {string.Join("; ", v.Nodes.Select(n => n.Html))}"));
        }
    }

    private static async Task<double> KenyaNow(AppUnderTest app)
    {
        using var http = new HttpClient { BaseAddress = app.Address };
        for (var tries = 0; ; tries++)
        {
            // Readers follow the pointer within a second.
            await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);
            var answer = await http.GetStringAsync(new Uri("api/v1/observations?indicator=coverage&country=KEN&contingency=TOTAL&sex=_T&time=2020", UriKind.Relative), TestContext.Current.CancellationToken);
            using var json = System.Text.Json.JsonDocument.Parse(answer);
            if (json.RootElement.TryGetProperty("rows", out var rows) && rows.GetArrayLength() > 0)
            {
                return rows[0].GetProperty("obs_value").GetDouble();
            }

            Assert.True(tries < 5, answer[..Math.Min(answer.Length, 500)]);
        }
    }

    private static string OneTimePassword(AppUnderTest app) => Told().Match(app.LogTail) is { Success: true } told
        ? told.Groups[1].Value
        : throw new InvalidOperationException($"The app told no one-time password:\n{app.LogTail}");

    [GeneratedRegex(@"one-time password (\S+) ")]
    private static partial Regex Told();

    [GeneratedRegex("/password")]
    private static partial Regex PasswordPage();
}
