using System.Collections.Concurrent;

namespace SpIndicators.Tests.SignIn;

/// <summary>
/// Keeps cookies as a browser does that sees https where this machine, behind the proxy, sees http: also those for https only.
/// </summary>
internal sealed class CookieJar() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private readonly ConcurrentDictionary<string, string> cookies = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => cookies.Keys;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!cookies.IsEmpty)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var answer = await base.SendAsync(request, cancellationToken);
        foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
        {
            var (name, value) = (set[..set.IndexOf('=', StringComparison.Ordinal)], set[(set.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(';')[0]);
            if (value.Length == 0)
            {
                cookies.TryRemove(name, out _);
            }
            else
            {
                cookies[name] = value;
            }
        }

        return answer;
    }
}
