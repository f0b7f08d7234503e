namespace SpIndicators.Pipelines;

/// <summary>A code list of <c>data/reference</c> is not as the models read it; nothing published changes.</summary>
public sealed class ReferenceException : Exception
{
    public ReferenceException(string message)
        : base(message)
    {
    }

    public ReferenceException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
