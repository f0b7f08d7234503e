using System.Net;

namespace SpIndicators.App.Exporting;

/// <summary>The server gave no file, and said why.</summary>
public sealed class RefusedException(HttpStatusCode status, string message) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;

    /// <summary>Another address would help, or another machine; else it is the work that failed.</summary>
    public bool IsOfTheAddress => (int)Status is < 500 or 501;
}
