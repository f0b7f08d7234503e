using System.Net;

namespace SpIndicators.Pipelines.Fetching.Http;

/// <summary>A try that gave nothing, and whether a further one may.</summary>
internal sealed class AgencyTrouble : Exception
{
    private AgencyTrouble(string words)
        : base(words)
    {
    }

    public int? Status { get; private init; }

    public bool MayPass { get; private init; }

    /// <summary>As long as the agency asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>The machine is in trouble, not the question.</summary>
    public bool IsOfTheMachine { get; private init; }

    public static AgencyTrouble Of(HttpResponseMessage answer, DateTimeOffset now)
    {
        var status = (int)answer.StatusCode;
        var retryAfter = answer.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - now : null;
        var asksToWait = retryAfter is { } wait ? $" and asks to wait {Words(wait)}" : "";
        return new($"answered {status} ({ReasonOf(answer.StatusCode)}){asksToWait}")
        {
            Status = status,
            RetryAfter = retryAfter < TimeSpan.Zero ? TimeSpan.Zero : retryAfter,
            MayPass = answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || status >= 500,
            IsOfTheMachine = status >= 500,
        };
    }

    public static AgencyTrouble NoAnswer(string words, int? status = null) => new(words) { Status = status, MayPass = true, IsOfTheMachine = true };

    /// <summary>A whole answer that is not what was asked for; asking again would not help.</summary>
    public static AgencyTrouble WrongAnswer(string words, int status) => new(words) { Status = status };

    private static string Words(TimeSpan wait) =>
        wait < TimeSpan.FromMinutes(2) ? $"{Math.Ceiling(wait.TotalSeconds)} seconds" : $"{Math.Ceiling(wait.TotalMinutes)} minutes";

    private static string ReasonOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => "too many requests",
        HttpStatusCode.NotFound => "not found",
        HttpStatusCode.Forbidden => "forbidden",
        HttpStatusCode.Unauthorized => "not signed in",
        HttpStatusCode.InternalServerError => "error of the server",
        HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout => "a machine behind it did not answer",
        HttpStatusCode.ServiceUnavailable => "not available at present",
        _ => status.ToString(),
    };
}
