using System.Globalization;
using System.Text;
using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.Exports.Pictures;

/// <summary>
/// How wide a text will be, without a font at hand: the advance widths that Arial, Helvetica, Liberation Sans and others
/// made to replace one another share. Accents add nothing; what the table does not know is taken for wide.
/// </summary>
internal static class TextWidths
{
    /// <summary>The families of those widths, then whatever there is.</summary>
    public const string Family = "Arial, 'Liberation Sans', Helvetica, Arimo, 'Nimbus Sans', sans-serif";

    private const double Thousand = 1000;

    /// <summary>Whatever font is there instead may be a little wider.</summary>
    private const double Slack = 1.03;

    private const int OfUnknownLetter = 850;
    private const int OfPictograph = 1350;
    private const int FirstWide = 0x1100;

    // From the space to the tilde, in thousandths of the size.
    private static readonly short[] Regular =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
        556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
        556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    private static readonly short[] Bold =
    [
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
        556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611,
        611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
    ];

    // Letters and signs of the three languages that are no ASCII letter with an accent; the wider of regular and bold.
    private static readonly Dictionary<int, short> Others = new()
    {
        ['\u00a0'] = 278, ['\u202f'] = 278, ['\u2009'] = 278, ['æ'] = 889, ['Æ'] = 1000, ['œ'] = 944, ['Œ'] = 1000, ['ß'] = 611,
        ['ø'] = 611, ['Ø'] = 778, ['ł'] = 278, ['Ł'] = 611, ['ð'] = 611, ['Þ'] = 667, ['þ'] = 611, ['ı'] = 278, ['«'] = 556,
        ['»'] = 556, ['‘'] = 278, ['’'] = 278, ['“'] = 500, ['”'] = 500, ['–'] = 556, ['—'] = 1000, ['…'] = 1000, ['·'] = 278,
        ['•'] = 350, ['→'] = 1000, ['←'] = 1000, ['≥'] = 549, ['≤'] = 549, ['≈'] = 549, ['−'] = 584, ['×'] = 584, ['÷'] = 549,
        ['±'] = 549, ['€'] = 556, ['£'] = 556, ['²'] = 333, ['³'] = 333, ['°'] = 400, ['§'] = 556, ['†'] = 556, ['‰'] = 1000,
        ['¿'] = 611, ['¡'] = 333, ['ª'] = 370, ['º'] = 370,
    };

    /// <summary>Width of a line of text in the units that its size is given in.</summary>
    public static double Of(string text, double size, bool isBold = false)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Of(rune, isBold ? Bold : Regular);
        }

        return width * size / Thousand * Slack;
    }

    private static int Of(Rune rune, short[] widths)
    {
        if (rune.Value is >= ' ' and <= '~')
        {
            return widths[rune.Value - ' '];
        }

        if (Others.TryGetValue(rune.Value, out var known))
        {
            return known;
        }

        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control)
        {
            return 0;
        }

        if (rune.Value >= FirstWide && rune.Value is not (>= 0x1E00 and < 0x2600))
        {
            return OfPictograph;
        }

        return FoldedText.Of(rune.ToString()) is [>= ' ' and <= '~' and var bare]
            ? widths[(Rune.IsUpper(rune) ? char.ToUpperInvariant(bare) : bare) - ' ']
            : OfUnknownLetter;
    }
}
