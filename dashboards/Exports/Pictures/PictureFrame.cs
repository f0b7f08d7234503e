namespace SpIndicators.Dashboards.Exports.Pictures;

/// <summary>What a picture says besides its chart, so that it can still be traced when it stands alone. All of it is ready in the reader's language.</summary>
public sealed record PictureFrame
{
    private const int LongestUnbroken = 50;

    /// <summary>Who made it: the name of the application.</summary>
    public required string Application { get; init; }

    /// <summary>Where the same chart is on the web: written as it stands.</summary>
    public required string Permalink { get; init; }

    /// <summary>"CC BY 4.0".</summary>
    public required string Licence { get; init; }

    /// <summary>"Data as of 5 March 2026".</summary>
    public required string Vintage { get; init; }

    /// <summary>"Exported 7 March 2026".</summary>
    public required string Exported { get; init; }

    /// <summary>The last line of a picture.</summary>
    internal string Line => string.Join(" · ", new[] { Permalink, Unbroken(Licence), Unbroken(Vintage), Unbroken(Exported) }.Where(words => words.Length > 0));

    // A date is not torn apart at the end of a row; a licence of a sentence may be.
    private static string Unbroken(string words) => words.Length <= LongestUnbroken ? words.Replace(' ', '\u00a0') : words;
}

/// <summary>
/// A picture: one SVG that stands alone, with an XML declaration. <paramref name="Width"/> and <paramref name="Height"/>
/// are its pixels; the height may be larger than that of the size asked for.
/// </summary>
public sealed record DrawnPicture(string Svg, int Width, int Height);
