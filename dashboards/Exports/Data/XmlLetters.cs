using System.Text;
using System.Xml;

namespace SpIndicators.Dashboards.Exports.Data;

/// <summary>Letters that XML can hold. Half a letter and most control characters it cannot, not even written as references.</summary>
internal static class XmlLetters
{
    /// <summary>The text without the others.</summary>
    public static string Of(string text) => Each(text, _ => "");

    /// <summary>The text with something else in the place of each of the others.</summary>
    public static string Each(string text, Func<char, string> instead)
    {
        // Nearly every text.
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '\uD7FF'))
        {
            return text;
        }

        var written = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                written.Append(text[i]).Append(text[++i]);
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                written.Append(text[i]);
            }
            else
            {
                written.Append(instead(text[i]));
            }
        }

        return written.ToString();
    }
}
