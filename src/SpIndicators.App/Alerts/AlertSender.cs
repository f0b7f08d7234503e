using System.Net;
using System.Net.Mail;

namespace SpIndicators.App.Alerts;

/// <summary>Sends an alert wherever it is asked for. What cannot be sent is logged: a refresh does not fail because of it.</summary>
public sealed partial class AlertSender(AlertOptions options, HttpClient http, ILogger<AlertSender> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>For the links.</summary>
    public Uri? PublicAddress => options.PublicAddress;

    public async Task Send(Alert alert, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(alert);
        if (options.Webhook is { } webhook)
        {
            await Try("webhook", webhook.Host, patience => Post(webhook, alert, patience), cancellation);
        }

        if (options.Smtp is { } smtp)
        {
            await Try("mail", smtp.Host, patience => Mail(smtp, alert, patience), cancellation);
        }
    }

    private async Task Post(Uri webhook, Alert alert, CancellationToken cancellation)
    {
        using var answer = await http.PostAsJsonAsync(
            webhook,
            new { @event = alert.Event, schedule = alert.Schedule, run_id = alert.RunId, text = alert.Text, reason = alert.Reason, link = alert.Link },
            cancellation);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task Mail(AlertOptions.SmtpOptions smtp, Alert alert, CancellationToken cancellation)
    {
        using var client = new SmtpClient(smtp.Host, smtp.Port) { EnableSsl = smtp.Tls };
        if (smtp.User is not null)
        {
            client.Credentials = new NetworkCredential(smtp.User, smtp.Password);
        }

        using var message = new MailMessage(smtp.From, smtp.To, alert.Subject, alert.Text);
        await client.SendMailAsync(message, cancellation);
    }

    private async Task Try(string way, string to, Func<CancellationToken, Task> send, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await send(patience.Token);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            LogUnsent(way, to, failure.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An alert could not be sent by {Way} to {To}. {Reason}")]
    private partial void LogUnsent(string way, string to, string reason);
}
