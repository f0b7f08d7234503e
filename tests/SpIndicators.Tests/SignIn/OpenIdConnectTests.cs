#if OPENID_CONNECT
using System.Net;
using System.Security.Cryptography;
using SpIndicators.Core.Operations;

namespace SpIndicators.Tests.SignIn;

/// <summary>The whole way of the code flow, through the real handler and a provider on this machine: who gets in, and who does not.</summary>
public sealed class OpenIdConnectTests : IAsyncLifetime
{
    private const string NotChecked = "The sign-in could not be checked";
    private readonly LoginProvider provider = new();
    private ServedProgram program = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => program = await ServedProgram.Start(SettingsFor(provider.Address));

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task CodeFlow_FromThePageToThePage_MakesTheAccountAndSignsIn()
    {
        var cookies = new CookieJar();
        using var browser = program.Browser(cookies);
        var page = await browser.GetStringAsync("/sign-in?return=%2Fstaff%2Fruns", Token);
        using var answer = await SignIn(browser, "/staff/runs");
        using var staff = await browser.GetAsync(answer.Headers.Location, Token);

        Assert.Contains("href=\"/sign-in/provider?return=%2Fstaff%2Fruns\" data-enhance-nav=\"false\">Sign in with Union login</a>", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Found, "/staff/runs"), (answer.StatusCode, $"{answer.Headers.Location}"));
        Assert.Contains("form-action 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("spi.sign-in=", StringComparison.Ordinal));
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, staff.StatusCode);
        Assert.Contains("amina", await staff.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        // Neither a page on which to change a password that is none, nor what the handler kept on the way.
        Assert.DoesNotContain("href=\"/password\"", await staff.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.DoesNotContain(cookies.Names, name => name.StartsWith(".AspNetCore", StringComparison.Ordinal));
        var user = (await program.Users.Find("amina", Token))!;
        Assert.Equal((UserRole.Staff, provider.Issuer), (user.Role, user.Issuer));
        var entry = (await program.Audit.List(0, 1, Token))[0];
        Assert.Equal(("amina", "user.sign-in", $"by {provider.Issuer}, as Staff"), (entry.Who, entry.Action, entry.Details));
    }

    [Theory]
    [InlineData("members", UserRole.Reader)]
    [InlineData("statistics", UserRole.Staff)]
    [InlineData("it", UserRole.Admin)]
    public async Task Role_IsWhatTheClaimSays_AtEverySignIn(string value, UserRole role)
    {
        provider.Person["roles"] = "members";
        using var before = program.Browser();
        using var first = await SignIn(before, "/staff/runs");
        provider.Person["roles"] = new[] { "something else", value };
        using var after = program.Browser();
        using var second = await SignIn(after, "/staff/runs");
        using var users = await after.GetAsync("/staff/users", Token);
        using var older = await before.GetAsync("/staff/runs", Token);

        Assert.Equal(role, (await program.Users.Find("amina", Token))!.Role);
        Assert.Equal(role == UserRole.Admin ? HttpStatusCode.OK : HttpStatusCode.Forbidden, users.StatusCode);
        // Another role ends the sign-ins that were made with the one before.
        Assert.Equal(role == UserRole.Reader ? HttpStatusCode.OK : HttpStatusCode.Found, older.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("strangers")]
    [InlineData("IT")]
    public async Task Person_WithoutARole_IsNotLetIn_AndLeavesNoAccount(string? value)
    {
        provider.Person.Remove("roles");
        if (value is not null)
        {
            provider.Person["roles"] = value;
        }

        await IsRefused("You have no role here", $"{provider.Issuer} gives no role to amina");
    }

    [Theory]
    [InlineData("nonce", "IDX21323")]
    [InlineData("no nonce", "IDX21320")]
    [InlineData("issuer", "IDX10205")]
    [InlineData("audience", "IDX10214")]
    [InlineData("expired", "IDX10223")]
    [InlineData("not yet", "IDX10222")]
    [InlineData("no subject", "IDX21314")]
    [InlineData("other key", "IDX10511")]
    [InlineData("no signature", "the token is not signed")]
    [InlineData("no algorithm", "the token is not signed")]
    [InlineData("changed algorithm", "IDX10511")]
    public async Task Token_WithAFault_LetsNobodyIn_AndLeavesNoAccount(string fault, string reason)
    {
        using var other = RSA.Create(2048);
        (provider.OtherKey, provider.Signs) = (fault == "other key" ? other : null, fault is not ("no signature" or "no algorithm"));
        provider.Algorithm = fault switch { "no algorithm" => "none", "changed algorithm" => "HS256", _ => "RS256" };
        var now = TimeProvider.System.GetUtcNow();
        provider.Spoils = fault switch
        {
            "nonce" => claims => claims["nonce"] = "of another sign-in",
            "no nonce" => claims => claims.Remove("nonce"),
            "issuer" => claims => claims["iss"] = "https://evil.example.org",
            "audience" => claims => claims["aud"] = "another program",
            "expired" => claims => claims["exp"] = now.AddMinutes(-5).ToUnixTimeSeconds(),
            "not yet" => claims => (claims["nbf"], claims["exp"]) = (now.AddMinutes(30).ToUnixTimeSeconds(), now.AddMinutes(60).ToUnixTimeSeconds()),
            "no subject" => claims => claims.Remove("sub"),
            _ => _ => { },
        };

        await IsRefused(NotChecked, reason);
    }

    [Fact]
    public async Task Answer_InABrowserThatDidNotAsk_OrASecondTime_LetsNobodyIn()
    {
        using var browser = program.Browser();
        var answer = await AnswerOf(browser, "/staff/runs");
        using var stranger = program.Browser();

        using var stolen = await stranger.GetAsync(answer, Token);
        using var own = await browser.GetAsync(answer, Token);
        using var again = await browser.GetAsync(answer, Token);
        using var forged = await browser.GetAsync("/sign-in/answer?code=1&state=2", Token);
        using var posted = await browser.PostAsync("/sign-in/answer", new FormUrlEncodedContent([KeyValuePair.Create("code", "1")]), Token);

        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.Found, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.MethodNotAllowed],
            [stolen.StatusCode, own.StatusCode, again.StatusCode, forged.StatusCode, posted.StatusCode]);
        Assert.Contains(NotChecked, await forged.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NameOfALocalAccount_IsNotTakenOver()
    {
        await program.Users.Add("amina", UserRole.Admin, ServedProgram.Password, false, Token);

        using var browser = program.Browser();
        using var answer = await SignIn(browser, "/staff/runs");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("Your name is taken", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var set) && set.Any(c => c.StartsWith("spi.sign-in=", StringComparison.Ordinal)));
        var user = Assert.Single(await program.Users.List(Token), u => u.Name == "amina");
        Assert.Equal((UserRole.Admin, (string?)null), (user.Role, user.Issuer));
    }

    [Fact]
    public async Task DisabledAccount_IsOutAtOnce_AndIsNotLetInAgain()
    {
        using var browser = program.Browser();
        using var first = await SignIn(browser, "/staff/runs");
        await program.Users.SetDisabled("amina", true, Token);
        using var shut = await browser.GetAsync("/staff/runs", Token);
        using var answer = await SignIn(browser, "/staff/runs?lang=es");

        Assert.Equal(HttpStatusCode.Found, shut.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("Su cuenta está desactivada", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_WhoTurnsBackAtTheProvider_IsToldSo_InTheirLanguage()
    {
        provider.Error = "access_denied";
        using var browser = program.Browser();
        using var answer = await SignIn(browser, "/staff/runs?lang=fr");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("Union login n’a pas validé la connexion, ou vous y avez renoncé.", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PasswordForm_TakesNoneOfTheirs_AndOtherAddressesAreNotFollowed()
    {
        using var browser = program.Browser();
        using var answer = await SignIn(browser, "https://evil.example.org/");
        using var page = await browser.GetAsync("/password", Token);
        using var fresh = program.Browser();
        using var password = await ServedProgram.SignIn(fresh, "amina", ServedProgram.Password);

        Assert.Equal("/staff/schedules", $"{answer.Headers.Location}");
        Assert.Contains("there is no password of yours here", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Contains("do not go together", await password.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_ThatDoesNotAnswer_IsSaid_AndPasswordsGoOn()
    {
        await using var lonely = await ServedProgram.Start(SettingsFor(new Uri("http://127.0.0.1:9/")));
        await lonely.Users.Add("sami", UserRole.Staff, ServedProgram.Password, false, Token);
        using var browser = lonely.Browser();
        using var answer = await browser.GetAsync("/sign-in/provider", Token);
        using var local = await ServedProgram.SignIn(browser, "sami", ServedProgram.Password);

        Assert.Contains("The provider does not answer", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, local.StatusCode);
    }

    private static string SettingsFor(Uri authority) =>
        $$"""
        { "OpenIdConnect": { "Authority": "{{authority}}", "ClientId": "{{LoginProvider.Client}}", "ClientSecret": "{{LoginProvider.Secret}}",
          "Name": "Union login", "Reader": "members", "Staff": "statistics, research", "Admin": "it" } }
        """;

    private async Task IsRefused(string title, string reason)
    {
        var cookies = new CookieJar();
        using var browser = program.Browser(cookies);
        using var answer = await SignIn(browser, "/staff/runs");
        var page = await answer.Content.ReadAsStringAsync(Token);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        // What the libraries say of it is for the audit log, not for whoever asks.
        Assert.DoesNotContain("IDX", page, StringComparison.Ordinal);
        Assert.DoesNotContain("spi.sign-in", cookies.Names);
        Assert.Empty(await program.Users.List(Token));
        var entry = Assert.Single(await program.Audit.List(0, 10, Token));
        Assert.Equal("user.sign-in.refused", entry.Action);
        Assert.StartsWith(reason, entry.Details, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SignIn(HttpClient browser, string page) => await browser.GetAsync(await AnswerOf(browser, page), Token);

    /// <summary>The address the provider sends the browser back to.</summary>
    private static async Task<Uri> AnswerOf(HttpClient browser, string page)
    {
        using var asked = await browser.GetAsync($"/sign-in/provider?return={Uri.EscapeDataString(page)}", Token);
        Assert.Equal(HttpStatusCode.Found, asked.StatusCode);
        using var answer = await browser.GetAsync(asked.Headers.Location, Token);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!;
    }
}
#else
using SpIndicators.App.Console;

namespace SpIndicators.Tests.SignIn;

/// <summary>Without the handler the tests of the code flow do not exist; <c>./test</c> says that they were not run.</summary>
public sealed class OpenIdConnectTests
{
    [Fact]
    public async Task Provider_InAProgramBuiltWithoutTheHandler_IsRefusedInWords()
    {
        const string Settings = """{ "OpenIdConnect": { "Authority": "https://id.example.org", "ClientId": "spi", "ClientSecret": "x", "Staff": "y" } }""";

        var refusal = await Assert.ThrowsAsync<UsageException>(() => ServedProgram.Start(Settings));

        Assert.Contains("was built without it: build it without -p:OpenIdConnect=false, or remove the section OpenIdConnect", refusal.Message, StringComparison.Ordinal);
    }
}
#endif
