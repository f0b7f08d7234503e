namespace SpIndicators.Dashboards.Exports.Pictures;

/// <summary>
/// A size that a picture is asked for: it is drawn in <paramref name="Width"/> by <paramref name="Height"/> units and
/// shown <paramref name="Pixels"/> pixels wide. A picture grows taller where its marks and words would not fit.
/// </summary>
public sealed record PictureSize(string Name, int Width, int Height, int Pixels)
{
    /// <summary>For an article or a report.</summary>
    public static readonly PictureSize Chart = new("chart", 850, 600, 850);

    /// <summary>For a feed of square pictures.</summary>
    public static readonly PictureSize Square = new("square", 800, 800, 1080) { Heading = 1.35 };

    /// <summary>What a link looks like where it is shared: drawn in fewer units than pixels, because it is shown small.</summary>
    public static readonly PictureSize Social = new("social", 1000, 525, 1200) { Heading = 1.35 };

    /// <summary>Pixels of a picture that is shared, whatever it shows: where links are shown, others are cut.</summary>
    public static readonly (int Width, int Height) Shared = (1200, 630);

    /// <summary>As wide as <see cref="Chart"/>, and as tall as all rows need at a comfortable size.</summary>
    public static readonly PictureSize Tall = new("tall", 850, 0, 850);

    /// <summary>How much larger than elsewhere the title is: on a wall of pictures it is read first, and from afar.</summary>
    public double Heading { get; private init; } = 1;

    public static IReadOnlyList<PictureSize> All { get; } = [Chart, Square, Social, Tall];

    /// <summary>The drawing says how tall it is.</summary>
    public bool IsTall => Height == 0;
}

/// <summary>The ground that a picture is drawn for.</summary>
public enum PictureTheme
{
    Light,
    Dark,
}
