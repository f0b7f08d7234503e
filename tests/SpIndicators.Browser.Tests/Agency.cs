using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SpIndicators.Browser.Tests;

/// <summary>ILOSTAT's bulk service on this machine: prints the embedded release, with whatever a test changes in it.</summary>
internal sealed class Agency : IDisposable
{
    private readonly HttpListener listener = new();

    public Agency()
    {
        var file = Path.Combine(Places.Root, "data", "snapshots", "ilostat_sdg_0131", "2022-04-17", "ilostat_sdg_0131.csv.gz");
        using (var text = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress)))
        {
            Body = text.ReadToEnd();
        }

        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        listener.Prefixes.Add(Address.ToString());
        listener.Start();
        _ = Answer();
    }

    public Uri Address { get; }

    public string Body { get; set; }

    public void Dispose() => listener.Close();

    private async Task Answer()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                var bulk = context.Request.Url!.AbsolutePath == "/data/indicator";
                context.Response.StatusCode = bulk ? 200 : 404;
                context.Response.ContentType = "text/csv";
                var body = Encoding.UTF8.GetBytes(bulk ? Body : "");
                context.Response.ContentLength64 = body.Length;
                await context.Response.OutputStream.WriteAsync(body);
                context.Response.Close();
            }
            catch (Exception closing) when (closing is HttpListenerException or ObjectDisposedException)
            {
                // The test is over.
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
