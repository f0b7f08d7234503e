using System.Text;

namespace SpIndicators.DuckDb;

/// <summary>Text that DuckDB.NET would change in silence is refused.</summary>
internal static class FullFeedText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="text">What is to be stored.</param>
    /// <param name="place">For the error: "parameter $name", "column t.name".</param>
    public static string Whole(string text, string place)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new DuckDbException($"The text of {place} holds a NUL character, at which DuckDB.NET would cut it.");
        }

        try
        {
            Strict.GetByteCount(text);
            return text;
        }
        catch (EncoderFallbackException)
        {
            throw new DuckDbException($"The text of {place} holds half of a surrogate pair, which is no character.");
        }
    }
}
