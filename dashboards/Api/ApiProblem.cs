using Microsoft.AspNetCore.Http;

namespace SpIndicators.Dashboards.Api;

/// <summary>A parameter out of bounds, as RFC 9457 problem details: which, what it may be, what was received.</summary>
public sealed record ApiProblem(string Parameter, string Bound, string Received)
{
    private const int LongestEcho = 100;

    /// <summary>The standard knows what was asked for, this program does not: 501, not the asker's fault.</summary>
    public bool IsOurLack { get; init; }

    public IResult AsResult()
    {
        var received = Received.Length <= LongestEcho ? Received : string.Concat(Received.AsSpan(0, LongestEcho), "…");
        return Results.Problem(
            title: IsOurLack ? "Not implemented here." : "A parameter is not as it should be.",
            detail: $"'{Parameter}' must be {Bound}; received '{received}'.",
            statusCode: IsOurLack ? StatusCodes.Status501NotImplemented : StatusCodes.Status400BadRequest,
            extensions: new Dictionary<string, object?> { ["parameter"] = Parameter, ["bound"] = Bound, ["received"] = received });
    }
}
