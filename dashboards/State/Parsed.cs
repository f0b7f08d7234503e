namespace SpIndicators.Dashboards.State;

/// <summary>A parameter's fate: it is missing, it has a value, or it is invalid for a reason (a key of the texts).</summary>
public readonly record struct Parsed<T>
{
    internal Parsed(T? value, bool hasValue, string? reason) => (ValueOrDefault, HasValue, Reason) = (value, hasValue, reason);

    public bool HasValue { get; }

    public T? ValueOrDefault { get; }

    /// <summary>Why the value is ignored, as a key of the texts; null when it is not.</summary>
    public string? Reason { get; }

    public bool IsMissing => !HasValue && Reason is null;

    public T Or(T fallback) => HasValue ? ValueOrDefault! : fallback;
}

/// <summary>Makes <see cref="Parsed{T}"/>.</summary>
public static class Parsed
{
    public static Parsed<T> Value<T>(T value) => new(value, true, null);

    public static Parsed<T> Invalid<T>(string reason) => new(default, false, reason);

    public static Parsed<T> Missing<T>() => default;
}

/// <summary>
/// A part of the query that a page does not follow, and why. Name and value are what somebody typed, shortened: they are
/// text to show, never markup.
/// </summary>
/// <param name="Name">The parameter.</param>
/// <param name="Value">The value, or the part of it, that is ignored.</param>
/// <param name="Reason">A key of the texts.</param>
/// <param name="Bound">What the reason's {0} is: the most countries, the oldest age.</param>
public sealed record IgnoredParameter(string Name, string Value, string Reason, string? Bound = null);
