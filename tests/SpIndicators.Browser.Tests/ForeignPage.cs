using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SpIndicators.Browser.Tests;

/// <summary>A page of somebody else's: one document, served by a server of its own at another origin than the site's.</summary>
internal sealed class ForeignPage : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly byte[] _html;
    private readonly Task _answering;

    public ForeignPage(string html)
    {
        _html = Encoding.UTF8.GetBytes(html);
        Address = new Uri($"http://localhost:{FreePort()}/");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _answering = Answer();
    }

    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _answering;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task Answer()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext asked;
            try
            {
                asked = await _listener.GetContextAsync();
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var answer = asked.Response;
            answer.ContentType = "text/html; charset=utf-8";
            await answer.OutputStream.WriteAsync(_html);
        }
    }
}
