using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SpIndicators.App.Serving;
using SpIndicators.Core.Operations;
using SpIndicators.Tests.Running;

namespace SpIndicators.Tests.SignIn;

/// <summary>The whole program as <c>spi serve</c> composes it, over a small published home with settings of its own.</summary>
internal sealed partial class ServedProgram : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    private readonly RunBench bench;
    private readonly WebApplication app;

    private ServedProgram(RunBench bench, WebApplication app) => (this.bench, this.app) = (bench, app);

    public Uri Address => new(app.Urls.First());

    public IUserStore Users => app.Services.GetRequiredService<IUserStore>();

    public IAuditLog Audit => app.Services.GetRequiredService<IAuditLog>();

    /// <param name="settings">The text of <c>settings.json</c>.</param>
    public static async Task<ServedProgram> Start(string settings)
    {
        var bench = await new RunBench().Published();
        await File.WriteAllTextAsync(Path.Combine(bench.Home.Path, "settings.json"), settings, TestContext.Current.CancellationToken);
        var app = WebServer.Build(new ServeOptions(bench.Home, "http://127.0.0.1:0", Refreshes: false, Verbose: false), TimeProvider.System);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(bench, app);
    }

    /// <summary>A browser that keeps cookies and follows nothing by itself.</summary>
    public HttpClient Browser(CookieJar? cookies = null) => new(cookies ?? new CookieJar()) { BaseAddress = Address };

    /// <summary>Fills in the form of the sign-in page.</summary>
    public static async Task<HttpResponseMessage> SignIn(HttpClient browser, string name, string password)
    {
        var page = await browser.GetStringAsync("/sign-in", TestContext.Current.CancellationToken);
        var form = page[page.IndexOf("<form method=\"post\" class=\"form\"", StringComparison.Ordinal)..];
        var hidden = HiddenField().Matches(form).Select(field => KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)));
        return await browser.PostAsync(
            "/sign-in", new FormUrlEncodedContent([.. hidden, KeyValuePair.Create("Name", name), KeyValuePair.Create("Password", password)]), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await bench.DisposeAsync();
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex HiddenField();
}
