using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SpIndicators.App.Alerts;

namespace SpIndicators.Tests.Running;

/// <summary>Alerts by mail, sent to a mail server of a few lines on this machine.</summary>
public sealed class MailAlertTests
{
    private static readonly Alert Failure = new(
        "failure", "nightly", "20261123T060000000Z-1", "ilostat_sdg_0131: the ILO's service answered 503.", "https://monitor.example.org/staff/runs/20261123T060000000Z-1");

    [Fact]
    public async Task Failure_ByMail_ReachesEveryAddress_WithItsReasonAndLink()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var received = Receive(server);
        using var http = new HttpClient();

        await new AlertSender(OptionsFor(server), http, NullLogger<AlertSender>.Instance).Send(Failure, TestContext.Current.CancellationToken);
        var (recipients, text) = await received.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(["amina@example.org", "ben@example.org"], recipients);
        Assert.Contains("Subject: SpIndicators: the refresh nightly failed", text, StringComparison.Ordinal);
        Assert.Contains("From: spi@example.org", text, StringComparison.Ordinal);
        var body = Decoded(text);
        Assert.Contains(Failure.Reason, body, StringComparison.Ordinal);
        Assert.Contains(Failure.Link!, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_ThatCannotBeSent_IsLogged_AndStopsNobody()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var nobodyListens = OptionsFor(server);
        server.Stop();
        using var http = new HttpClient();
        var log = new Lines();

        await new AlertSender(nobodyListens, http, log).Send(Failure, TestContext.Current.CancellationToken);

        Assert.StartsWith("An alert could not be sent by mail to 127.0.0.1. ", Assert.Single(log.Written), StringComparison.Ordinal);
    }

    private static AlertOptions OptionsFor(TcpListener server) => new()
    {
        Smtp = new()
        {
            Host = "127.0.0.1", Port = ((IPEndPoint)server.LocalEndpoint).Port, Tls = false, From = "spi@example.org", To = "amina@example.org,ben@example.org",
        },
    };

    // RFC 5321, as much of it as one letter needs.
    private static async Task<(IReadOnlyList<string> Recipients, string Text)> Receive(TcpListener server)
    {
        using var client = await server.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        var recipients = new List<string>();
        var text = new StringBuilder();
        await writer.WriteLineAsync("220 ready");
        while (await reader.ReadLineAsync() is { } line && line != "QUIT")
        {
            if (line.StartsWith("RCPT TO:", StringComparison.Ordinal))
            {
                recipients.Add(line["RCPT TO:".Length..].Trim('<', '>', ' '));
            }
            else if (line == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                while (await reader.ReadLineAsync() is { } written && written != ".")
                {
                    text.AppendLine(written);
                }
            }

            await writer.WriteLineAsync("250 ok");
            if (text.Length > 0)
            {
                break;
            }
        }

        return (recipients, text.ToString());
    }

    private sealed class Lines : ILogger<AlertSender>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception));
    }

    /// <summary>The body is quoted-printable or base64 or plain, as the client sees fit.</summary>
    private static string Decoded(string mail)
    {
        var body = mail[(mail.IndexOf($"{Environment.NewLine}{Environment.NewLine}", StringComparison.Ordinal) + 2)..];
        return mail.Contains("base64", StringComparison.Ordinal)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(body))
            : body.Replace($"={Environment.NewLine}", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
    }
}
