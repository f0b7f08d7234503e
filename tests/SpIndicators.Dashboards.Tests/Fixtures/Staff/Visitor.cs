using System.Net;
using AngleSharp.Html.Dom;

namespace SpIndicators.Dashboards.Tests.Fixtures.Staff;

/// <summary>A browser without JavaScript: keeps its cookies, fills in forms with the tokens that stand in them, follows no redirects.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient client;

    public Visitor(Dashboard dashboard) => client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies })
    {
        BaseAddress = dashboard.Client.BaseAddress,
    };

    public CookieContainer Cookies { get; } = new();

    /// <summary>Somebody of the office, signed in.</summary>
    public static async Task<Visitor> SignedIn(Dashboard dashboard, string name)
    {
        var visitor = new Visitor(dashboard);
        using var answer = await visitor.SignIn(name, Office.Password);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return visitor;
    }

    public Task<HttpResponseMessage> Get(string url) => client.GetAsync(url, TestContext.Current.CancellationToken);

    public async Task<IHtmlDocument> Page(string url)
    {
        using var answer = await Get(url);
        return await Html.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public Task<HttpResponseMessage> SignIn(string name, string password, string url = "/sign-in") => Send(url, "form.form", ("Name", name), ("Password", password));

    /// <summary>Opens a page, fills in one of its forms and sends it.</summary>
    public async Task<HttpResponseMessage> Send(string url, string form, params (string Name, string Value)[] fields)
    {
        var page = await Page(url);
        var found = (IHtmlFormElement?)page.QuerySelector(form) ?? throw new InvalidOperationException($"{url} has no {form}.");
        var hidden = found.QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>().Select(i => (i.Name!, i.Value));
        return await Post(found.GetAttribute("action") ?? url, [.. hidden, .. fields]);
    }

    public Task<HttpResponseMessage> Post(string url, params (string Name, string Value)[] fields) =>
        client.PostAsync(url, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), TestContext.Current.CancellationToken);

    public void Dispose() => client.Dispose();
}
