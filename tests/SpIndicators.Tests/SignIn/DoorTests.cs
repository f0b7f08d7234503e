using System.Net;
using SpIndicators.Core.Operations;

namespace SpIndicators.Tests.SignIn;

/// <summary>Whose word on where somebody comes from is believed, and who may read the metrics.</summary>
public sealed class DoorTests
{
    private const string Reader = "203.0.113.9";
    private static readonly (string, string)[] ByAProxy = [("X-Forwarded-For", Reader), ("X-Forwarded-Proto", "https")];

    [Fact]
    public async Task HeadersOfAProxy_ThatNobodyNamed_AreNotBelieved()
    {
        await using var program = await ServedProgram.Start("{}");
        using var browser = Through(program, ByAProxy);

        using var refused = await ServedProgram.SignIn(browser, "nobody", ServedProgram.Password);
        using var metrics = await browser.GetAsync("/metrics", TestContext.Current.CancellationToken);
        using var here = program.Browser();

        Assert.Equal("from 127.0.0.1", (await program.Audit.List(0, 1, TestContext.Current.CancellationToken))[0].Who);
        // Everybody who comes by that proxy seems to come from this machine.
        Assert.Equal(HttpStatusCode.Forbidden, metrics.StatusCode);
        Assert.Contains("Metrics:Allow", await metrics.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("process_resident_memory_bytes", await here.GetStringAsync("/metrics", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HeadersOfATrustedProxy_AreBelieved_AndTheCookieIsForHttpsOnly()
    {
        await using var program = await ServedProgram.Start("""{ "TrustedProxies": "10.0.0.0/8, 127.0.0.1" }""");
        await program.Users.Add("sami", UserRole.Staff, ServedProgram.Password, false, TestContext.Current.CancellationToken);
        // What a reader writes into the header himself stands left of what the proxy adds.
        using var browser = Through(program, ("X-Forwarded-For", $"127.0.0.1, {Reader}, 10.1.2.3"), ("X-Forwarded-Proto", "https, https, https"));

        using var refused = await ServedProgram.SignIn(browser, "sami", "wrong password");
        using var signedIn = await ServedProgram.SignIn(browser, "sami", ServedProgram.Password);

        Assert.Equal($"from {Reader}", (await program.Audit.List(1, 1, TestContext.Current.CancellationToken))[0].Who);
        Assert.Equal(HttpStatusCode.Found, signedIn.StatusCode);
        var cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"), c => c.StartsWith("spi.sign-in=", StringComparison.Ordinal));
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("", null, HttpStatusCode.Forbidden)]
    [InlineData("203.0.113.0/24", null, HttpStatusCode.OK)]
    [InlineData("198.51.100.7", null, HttpStatusCode.Forbidden)]
    [InlineData("", UserRole.Reader, HttpStatusCode.Forbidden)]
    [InlineData("", UserRole.Staff, HttpStatusCode.OK)]
    public async Task Metrics_FromElsewhere_AreForStaffAndForWhomTheSettingNames(string allowed, UserRole? role, HttpStatusCode expected)
    {
        await using var program = await ServedProgram.Start($$"""{ "TrustedProxies": "127.0.0.1", "Metrics": { "Allow": "{{allowed}}" } }""");
        using var browser = Through(program, ByAProxy);
        if (role is { } given)
        {
            await program.Users.Add("sami", given, ServedProgram.Password, false, TestContext.Current.CancellationToken);
            using var signedIn = await ServedProgram.SignIn(browser, "sami", ServedProgram.Password);
            Assert.Equal(HttpStatusCode.Found, signedIn.StatusCode);
        }

        using var answer = await browser.GetAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    private static HttpClient Through(ServedProgram program, params (string Name, string Value)[] headers)
    {
        var browser = program.Browser();
        foreach (var (name, value) in headers)
        {
            browser.DefaultRequestHeaders.Add(name, value);
        }

        return browser;
    }
}
