namespace SpIndicators.Dashboards.Exports.Pictures;

/// <summary>A part of a picture, in its units from its top left corner.</summary>
public sealed record PictureBox(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    /// <summary>A place across, from percent of the way, as layouts of charts give it.</summary>
    public double Across(double share) => X + (Width * share / 100);

    /// <summary>A place down, from percent of the way from the top.</summary>
    public double Down(double share) => Y + (Height * share / 100);

    /// <summary>What is left inside.</summary>
    public PictureBox Within(double left, double top, double right, double bottom) =>
        new(X + left, Y + top, Math.Max(Width - left - right, 1), Math.Max(Height - top - bottom, 1));
}

/// <summary>A row of text: <paramref name="Y"/> is its baseline. The label stands before it, bold.</summary>
public sealed record PictureRow(string Text, double X, double Y, double Size, string? Label = null);
